//! A cell of hours that names a part of the day, or a prayer: “mattina”, “بعد صلاة الجمعة”. Its event has its day alone.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::when::names::part_at;
use crate::when::tokens::tokens;
use crate::words::plain;

/// More words are no such part.
const MOST_WORDS: usize = 5;

/// Parts of the day and prayers, in words that mean nothing else in a column of hours.
const PARTS: &str = "morning mornings midday noonish afternoon evening night early late morgens vormittags vormittag mittags mittag \
    nachmittags nachmittag abends abend früh morgen matin matinée midi après-midi soir soirée mañana tarde noche mediodía madrugada \
    mattina mattino mattinata pomeriggio sera serata notte manhã noite matí migdia vespre tarda ochtend ochtends 's-ochtends middag \
    namiddag voormiddag avond avonds morgon förmiddag eftermiddag kväll kvällen formiddag ettermiddag aften aftenen kveld kvelden \
    aamu aamulla aamupäivä iltapäivä ilta illalla päivällä hommikul õhtul pärastlõunal rano ranek przedpołudnie popołudnie popołudniu \
    południe wieczór wieczorem dopoledne dopoledna odpoledne odpoledna večer ráno doobeda poobede popoldne zjutraj zvečer dopoldne \
    jutro ujutro popodne prepodne navečer uveče jutros délelőtt délután este reggel dimineața dimineaţa după-amiaza amiază seara утром \
    утро днем днём день вечером вечер вранці ранок вдень ввечері вечір сутрин следобед вечерта вечер ујутру поподне увече πρωί \
    πρωι μεσημέρι απόγευμα βράδυ sabah öğle öğleden akşam akşamüstü gece صباحا صباح الصباح مساء المساء ظهرا الظهر الظهيرة عصرا العصر \
    المغرب العشاء الفجر الجمعة صلاة الصلاة صبح عصر شب ظهر غروب نماز جمعه بوقر צהריים בבוקר בוקר בערב ערב אחרי-הצהריים सुबह दोपहर शाम \
    रात সকাল দুপুর বিকেল সন্ধ্যা صبح دوپہر شام عصر نماز pagi siang sore malam petang jumat subuh zuhur ashar maghrib isya asubuhi mchana \
    jioni sáng chiều tối trưa เช้า บ่าย เย็น ค่ำ 朝 昼 夕方 夜 午前 午後 早朝 上午 下午 晚上 早上 中午 傍晚 오전 오후 저녁 아침 점심 밤";

/// Words around them.
const AROUND: &str = "in the at on after before am im nach vor dem der den zum gegen le la en dans au après avant el al por a las de \
    della di dopo prima nel pela à de da tarde vanaf in op de na voor s om på før efter etter til om w po przed na po v ve dopo den \
    de la după în с после до у після перед на след преди μετά το από sonra sonrası öncesi dan بعد قبل في از پس pada setelah sesudah \
    ba'da bakda usai namazı namazından cuma prayer prayers friday freitagsgebet dem la prière prédication buổi ตอน ช่วง";

static WORDS: LazyLock<[HashSet<String>; 2]> = LazyLock::new(|| {
    [PARTS, AROUND].map(|words| {
        let words = words.split_whitespace().map(plain);
        words
            .flat_map(|word| word.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect()
    })
});

/// Whether a cell says a part of the day and nothing else.
pub(super) fn is(cell: &str) -> bool {
    if cell.contains(|letter: char| letter.is_numeric()) {
        return false;
    }
    let plain = plain(cell);
    let words: Vec<&str> = plain.split(' ').collect();
    let [parts, around] = &*WORDS;
    let is_part = |word: &&str| {
        let tokens = tokens(word);
        parts.contains(*word) || part_at(&tokens, 0).is_some_and(|(_, to)| to == tokens.len())
    };
    let is_around = |word: &&str| around.contains(*word);
    words.len() <= MOST_WORDS
        && words.iter().any(is_part)
        && words.iter().all(|word| is_part(word) || is_around(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_day_are_told_from_hours_and_names() {
        for cell in [
            "mattina",
            "nel pomeriggio",
            "por la tarde",
            "ochtend",
            "'s ochtends",
            "nachmittags",
            "après-midi",
            "بعد صلاة الجمعة",
            "بعد الظهر",
            "öğleden sonra",
            "evening",
            "下午",
            "夕方",
            "setelah Jumat",
        ] {
            assert!(is(cell), "{cell}");
        }
        for cell in [
            "14:00",
            "evening, 7 pm",
            "in the park",
            "Abendroth",
            "nach Absprache",
            "",
        ] {
            assert!(!is(cell), "{cell}");
        }
    }
}
