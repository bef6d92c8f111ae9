//! The encoding that bytes suggest, as browsers guess it, and Mac Roman, which they do not know.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// How many bytes are looked at.
const LOOKED_AT: usize = 1 << 20;

/// The encoding of bytes that are no UTF-8.
pub fn encoding(bytes: &[u8]) -> &'static Encoding {
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let mut detector = EncodingDetector::new();
    detector.feed(start, start.len() == bytes.len());
    let guess = detector.guess(None, false);
    let odd = oddities(start, guess);
    if odd > 0 && oddities(start, MACINTOSH) < odd && is_western(start) {
        return MACINTOSH;
    }
    let (_, malformed) = guess.decode_without_bom_handling(start);
    match malformed && !guess.is_single_byte() && start.len() == bytes.len() {
        true => WINDOWS_1252,
        false => guess,
    }
}

/// How many signs are where no text has them: controls anywhere, signs and capitals amid small letters.
fn oddities(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let letters: Vec<char> = text.chars().collect();
    let control = letters
        .iter()
        .filter(|letter| matches!(letter, '\u{7f}'..='\u{9f}' | '\u{fffd}'));
    let amid = letters.windows(3).filter(|around| {
        let [before, sign, after] = **around else {
            return false;
        };
        let between = before.is_ascii_lowercase() && after.is_ascii_lowercase();
        let joins = matches!(sign, '’' | '‘' | '–' | '—' | '·' | '…' | '•' | '“' | '”');
        let is_odd = sign.is_uppercase() || !sign.is_alphanumeric();
        between && !sign.is_ascii() && is_odd && !joins
    });
    control.count() + amid.count()
}

/// Whether most letters are of the Latin alphabet without marks, as in languages of Western Europe.
fn is_western(bytes: &[u8]) -> bool {
    let plain = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let marked = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    plain > 4 * marked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &'static Encoding) {
        let (bytes, _, lossy) = written.encode(text);
        let bytes = match written == MACINTOSH {
            true => mac(text),
            false => bytes.into_owned(),
        };
        assert!(!lossy || written == MACINTOSH, "{text}");
        let found = encoding(&bytes);
        let (read, _) = found.decode_without_bom_handling(&bytes);
        assert_eq!(read, text, "{} read as {}", written.name(), found.name());
    }

    /// Encodes in Mac Roman.
    fn mac(text: &str) -> Vec<u8> {
        MACINTOSH.encode(text).0.into_owned()
    }

    #[test]
    fn tables_of_old_programs_are_read() {
        use encoding_rs::*;
        check(
            "Miasto;Data;Miejsce;Uwagi\nŁódź;4.11.2023;Pasaż Schillera;przełożone\nKraków;5.11.2023;Rynek Główny;\n",
            WINDOWS_1250,
        );
        check(
            "Дата;Город;Место\n04.11.2023;Пермь;Театральный сквер\n05.11.2023;Казань;площадь Тукая\n",
            WINDOWS_1251,
        );
        check(
            "Πόλη;Ημερομηνία;Σημείο\nΑθήνα;4/11/2023;Σύνταγμα\nΠάτρα;5/11/2023;Πλατεία Γεωργίου\n",
            WINDOWS_1253,
        );
        check(
            "İl;Tarih;Toplanma Yeri\nİzmir;01.05.2024;Gündoğdu Meydanı\nEskişehir;01.05.2024;Ulus Anıtı önü\n",
            WINDOWS_1254,
        );
        check(
            "עיר;תאריך;מקום\nתל אביב;4.11.2023;כיכר הבימה\nחיפה;5.11.2023;מרכז הכרמל\n",
            WINDOWS_1255,
        );
        check(
            "المدينة;التاريخ;المكان\nتونس;2023-11-04;شارع الحبيب بورقيبة\n",
            WINDOWS_1256,
        );
        check(
            "날짜,도시,장소\n2023-11-04,서울,광화문광장\n2023-11-05,부산,서면역\n",
            EUC_KR,
        );
        check(
            "日付,都市,場所\n2023-11-04,東京,日比谷公園\n2023-11-05,大阪,扇町公園\n",
            SHIFT_JIS,
        );
        check(
            "日期,城市,地点\n2023-11-04,北京,天安门广场\n2023-11-05,上海,人民广场\n",
            GBK,
        );
        check(
            "日期,城市,地點\n2023-11-04,臺北,自由廣場\n2023-11-05,高雄,中央公園\n",
            BIG5,
        );
    }

    #[test]
    fn mac_roman_is_no_windows_1252() {
        check(
            "Ville;Lieu;Tél. orga;Annulé ?\nSaint-Malo;Théâtre, près de l’église;06;oui\nNîmes;Arènes;07;non\n",
            MACINTOSH,
        );
        check(
            "Ville;Lieu;Annulé ?\nSaint-Malo;Théâtre, près de l’église – là;oui\n",
            WINDOWS_1252,
        );
    }
}
