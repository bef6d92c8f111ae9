//! A remark that an event begins earlier or later by some time, as it would stand beside an hour that no longer holds: “an hour
//! earlier than planned”, “eine Stunde früher”.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::draft::Draft;
use crate::words::plain;

/// A longer description tells of the event.
const MOST_WORDS: usize = 8;
const LONGEST: usize = 120;

/// Hours and minutes, counted.
const UNITS: &str = "hour hours minute minutes mins min stunde stunden minuten heure heures hora horas minutos ora ore minuti uur \
    kwartier minuten timme timmar minuter time timer minutter tunti tuntia tunnin minuuttia tund tundi minutit godzinę godzina godziny \
    godzin minut hodinu hodina hodiny hodin minut hodinu minút uro uri sat sata sati minuta óra órával perccel oră ore minute ώρα \
    ώρες λεπτά saat dakika час часа часов минут годину години хвилин сат сата минута ساعة ساعه ساعات دقيقة ساعت دقیقه שעה שעתיים \
    דקות घंटा घंटे मिनट ঘণ্টা jam menit giờ phút ชั่วโมง นาที saa dakika half";

/// Earlier and later.
const SHIFTS: &str = "earlier later sooner früher später eher tôt tard antes después tarde temprano prima dopo tardi cedo abans \
    després eerder vroeger later tidigare senare tidligere senere før efter etter aikaisemmin aiemmin myöhemmin varem hiljem \
    wcześniej później dříve dřív později skôr neskôr prej kasneje ranije kasnije korábban később devreme târziu раньше \
    позже позднее раніше пізніше по-рано по-късно раније касније νωρίτερα αργότερα erken geç önce sonra مبكرا أبكر متأخر زودتر دیرتر \
    מוקדם מאוחר पहले बाद আগে পরে lebih awal cepat lambat sớm muộn เร็วขึ้น ช้าลง mapema";

static WORDS: LazyLock<[HashSet<String>; 2]> = LazyLock::new(|| {
    [UNITS, SHIFTS].map(|words| {
        let words = words.split_whitespace().map(plain);
        words
            .flat_map(|word| word.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect()
    })
});

/// Says so of an entry with an hour whose short description is such a remark.
pub(super) fn compare(draft: &mut Draft) {
    let Some(hour) = draft
        .text_of("start")
        .and_then(|start| start.get(11..16))
        .map(str::to_owned)
    else {
        return;
    };
    let remark = draft.text_of("description").filter(|text| is_shift(text));
    if let Some(remark) = remark {
        let note = format!("it says “{remark}”, and it begins at {hour}");
        draft.notes.push(note);
    }
}

/// Whether a text says that something is earlier or later by some time.
fn is_shift(text: &str) -> bool {
    const UNSPACED: [[&str; 2]; 3] = [["時間", "分"], ["小时", "小時"], ["시간", "분"]];
    const UNSPACED_SHIFTS: [&str; 12] = [
        "早く",
        "遅く",
        "早め",
        "繰り上げ",
        "繰り下げ",
        "提前",
        "推迟",
        "推遲",
        "延后",
        "일찍",
        "늦게",
        "앞당",
    ];
    if text.len() > LONGEST {
        return false;
    }
    let plain = plain(text);
    let words: Vec<&str> = plain.split(' ').collect();
    if words.len() > MOST_WORDS {
        return false;
    }
    let [units, shifts] = &*WORDS;
    let any = |set: &HashSet<String>| words.iter().any(|word| set.contains(*word));
    let unit = any(units) || UNSPACED.iter().flatten().any(|unit| plain.contains(unit));
    unit && (any(shifts) || UNSPACED_SHIFTS.iter().any(|shift| plain.contains(shift)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_is_told_from_other_remarks() {
        for text in [
            "an hour earlier than planned",
            "startet eine Stunde früher",
            "une heure plus tôt",
            "una hora más tarde",
            "un'ora prima",
            "30 Minuten später",
            "på timme senare",
            "na godzinę wcześniej",
            "o hodinu později",
            "на час раньше",
            "bir saat erken",
            "1時間早く開始",
        ] {
            assert!(is_shift(text), "{text}");
        }
        for text in [
            "",
            "mit Kinderprogramm",
            "früher Vogel",
            "See you later",
            "zwei Stunden Musik",
        ] {
            assert!(!is_shift(text), "{text}");
        }
    }
}
