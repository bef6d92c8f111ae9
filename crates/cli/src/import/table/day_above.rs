//! The day of all rows, in a line above the headings: “1 May 2027 – where we march”, “MARCHES 12/12/2026 (SATURDAY)”.

use crate::import::when::reckoning::Reckoning;
use crate::import::when::title_day::{TitleDay, title_day};
use crate::import::words::plain;

/// Words of a line that says when the table was made, folded.
const MADE: [&str; 38] = [
    "stand",
    "stan",
    "stav",
    "etat",
    "situation au",
    "mis a jour",
    "mise a jour",
    "maj",
    "updated",
    "as of",
    "as at",
    "last update",
    "generated",
    "exported",
    "printed",
    "actualizado",
    "actualizacion",
    "actualitzat",
    "aggiornato",
    "aggiornamento",
    "atualizado",
    "atualizacao",
    "bijgewerkt",
    "stand van",
    "opdateret",
    "oppdatert",
    "uppdaterad",
    "paivitetty",
    "aktualizace",
    "aktualizovano",
    "aktualizacja",
    "allapot",
    "frissitve",
    "actualizat",
    "по состоянию",
    "станом",
    "обновлено",
    "guncelleme",
];

/// The day that the nearest line above names, or why it is none.
pub(super) fn day(above: &str, reckoning: &Reckoning) -> TitleDay {
    let days = || {
        above
            .lines()
            .rev()
            .filter_map(|line| of_line(line, reckoning))
    };
    days().find(Result::is_ok).or_else(|| days().next())
}

fn of_line(line: &str, reckoning: &Reckoning) -> TitleDay {
    let cells = line
        .split([',', ';', '\t', '|'])
        .map(|cell| cell.trim().trim_matches('"'));
    let filled: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
    let line = filled.join(" ");
    let words = format!(" {} ", plain(&line));
    let is_made = MADE.iter().any(|made| words.contains(&format!(" {made} ")));
    title_day(&line, reckoning).filter(|_| !is_made)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::import::options::Options;

    #[test]
    fn the_day_of_all_rows_stands_above_them() {
        for (above, heading, expected) in [
            ("1 May 2027 – where we march", "Time", "2027-05-01T10:00"),
            ("Rallies on 1 May 2027,,,", "Start", "2027-05-01T10:00"),
            (
                "MARCHES 12/12/2026 (SATURDAY),,,",
                "Time",
                "2026-12-12T10:00",
            ),
            ("ATOS 20/12/2026 (DOMINGO),,,", "Time", "2026-12-20T10:00"),
            ("Stand: 28. November 2026,,,", "Time", "-"),
        ] {
            let text =
                format!("{above}\nCity,{heading},Place,Title\nLeeds,10:00,City Square,March\n");
            let options = Options::new("2026-11-30".parse().unwrap());
            let read = read(&text, &"s.csv".into(), &options).unwrap();
            let start = read.drafts.first().and_then(|draft| draft.start);
            let start = start.map_or("-".to_owned(), |start| start.to_string());
            assert_eq!(start, expected, "{above}");
        }
    }
}
