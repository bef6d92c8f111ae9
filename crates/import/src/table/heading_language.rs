//! Whether those who wrote the headings of a table write the day before the month: “Fecha”, “Datum”.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::words::list::in_sections;
use crate::words::plain;

/// Languages (BCP 47) in which numbers of dates have another order, or one that differs from country to country.
const OTHERS: [&str; 8] = ["en", "eu", "fa", "hu", "ja", "ko", "lt", "zh"];

/// As many headings tell it.
const LEAST: usize = 2;

/// The languages of headings, folded.
static LANGUAGES: LazyLock<HashMap<String, HashSet<&'static str>>> = LazyLock::new(|| {
    let mut all: HashMap<String, HashSet<&str>> = HashMap::new();
    for (_, language, heading) in in_sections(include_str!("../words/headings.txt")) {
        all.entry(plain(heading)).or_default().insert(language);
    }
    all
});

/// Whether most of these headings are of languages that write the day first, and two at least.
pub(super) fn begin_with_day<'h>(headings: impl Iterator<Item = &'h str>) -> bool {
    let (mut day_first, mut others) = (0, 0);
    for heading in headings {
        if let Some(languages) = LANGUAGES.get(&plain(heading)) {
            match languages.iter().any(|language| OTHERS.contains(language)) {
                true => others += 1,
                false => day_first += 1,
            }
        }
    }
    day_first >= LEAST && day_first > others
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::options::Options;

    #[test]
    fn the_day_is_first_where_the_headings_are_of_such_a_language() {
        for (headings, expected) in [
            ("Fecha;Hora;Ciudad;Lugar", Some("2027-03-08T12:00")),
            ("Data;Horário;Cidade;Local", Some("2027-03-08T12:00")),
            ("Date;Heure;Ville;Lieu", Some("2027-03-08T12:00")),
            ("Datum;Tijd;Plaats;Locatie", Some("2027-03-08T12:00")),
            ("Tarih;Saat;Şehir;Yer", Some("2027-03-08T12:00")),
            ("Date;Time;City;Venue", None),
            ("日期;時間;城市;地點", None),
        ] {
            let text = format!("{headings}\n8/3/2027;12:00;Madrid;Plaza Mayor\n");
            let options = Options::new("2026-12-01".parse().unwrap());
            let read = read(&text, &"s.csv".into(), &options).unwrap();
            let start = read.drafts.first().and_then(|draft| draft.start);
            let start = start.map(|start| start.to_string());
            assert_eq!(start.as_deref(), expected, "{headings}");
            let said = read.notes.iter().any(|note| note.contains("day first"));
            assert_eq!(said, expected.is_some(), "{headings}: {:?}", read.notes);
        }
    }
}
