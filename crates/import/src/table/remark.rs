//! What a row says of whether it takes place beside its status: a remark in any column, words in the cell of a place.

use event_file::event::Status;

use super::answers::rank;
use super::{stamp, value};
use crate::actions::is_action;
use crate::cancelled::{self, Verdict};
use crate::draft::Draft;
use crate::words;

/// The remarks of a row.
#[derive(Default)]
pub(super) struct Remarks<'a> {
    /// The status that one states, the one that says least surely that it takes place, with its heading and cell.
    stated: Option<(Status, &'a str, &'a str)>,
    /// It stands in a column of its own, not in that of a name or a place.
    is_plain: bool,
    /// One that may say that it does not take place.
    unclear: Option<(&'a str, &'a str)>,
    /// Texts in columns of links.
    texts: Vec<(&'a str, &'a str)>,
    /// What a cell says that must not be published: its heading, and the status if it is sure.
    private: Option<(&'a str, Option<Status>)>,
}

impl<'a> Remarks<'a> {
    /// Takes a status that a cell states.
    pub(super) fn state(&mut self, status: Status, heading: &'a str, cell: &'a str) {
        let before = self.stated.map(|(status, ..)| rank(status));
        if before.is_none_or(|before| rank(status) > before) {
            self.stated = Some((status, heading, cell));
            self.is_plain = false;
        }
    }

    /// Takes a cell of a column whose heading is not known: “wegen Sturm abgesagt”.
    pub(super) fn take(&mut self, heading: &'a str, cell: &'a str) {
        // “Bei Regen: fällt aus”.
        if cancelled::is_condition(heading) {
            return;
        }
        let (verdict, _) = cancelled::in_description(cell);
        match verdict {
            // “Speakers: to be confirmed soon” says nothing of the event.
            Verdict::Sure(Status::Tentative) if cancelled::status_alone(cell).is_none() => {}
            Verdict::Sure(status) => {
                self.state(status, heading, cell);
                let stands = self.stated.is_some_and(|(_, _, own)| own == cell);
                self.is_plain = self.is_plain || stands;
            }
            Verdict::Unclear(Status::Cancelled | Status::Postponed) => {
                self.unclear.get_or_insert((heading, cell));
            }
            Verdict::Unclear(_) | Verdict::Nothing => {}
        }
    }

    /// Takes a cell of a column that is left out, of which no word is kept.
    pub(super) fn take_private(&mut self, heading: &'a str, cell: &'a str) {
        if cancelled::is_condition(heading) {
            return;
        }
        // Of “cancelled, call Jo 07700 900123” nothing is left without the number.
        let (said, _) = cancelled::in_description(cell);
        let stated = match said {
            Verdict::Sure(status @ (Status::Cancelled | Status::Postponed)) => Some(status),
            Verdict::Unclear(Status::Cancelled | Status::Postponed) => None,
            _ => return,
        };
        if stated.is_some() || self.private.is_none() {
            self.private = Some((heading, stated));
        }
    }

    /// Takes a cell of a column of something else, such as the organizers, if it begins with what became of the event.
    pub(super) fn is_mark(&mut self, heading: &'a str, cell: &'a str) -> bool {
        let Verdict::Sure(status @ (Status::Cancelled | Status::Postponed)) =
            cancelled::judge(cell)
        else {
            return false;
        };
        let is = cancelled::begins(cell) == Some(status);
        if is {
            self.state(status, heading, cell);
        }
        is
    }

    /// Takes a cell of a column of links, if it is none: “Info: wegen Sturm abgesagt”.
    pub(super) fn is_no_link(&mut self, heading: &'a str, cell: &'a str) -> bool {
        let is_text = cell.contains(char::is_whitespace) && !cell.contains("://");
        if is_text {
            self.take(heading, cell);
            self.texts.push((heading, cell));
        }
        is_text
    }

    /// Puts what follows into an entry.
    pub(super) fn settle(self, draft: &mut Draft) {
        for (heading, cell) in self.texts {
            match draft.text_of("description").is_none() {
                true => draft.put("description", cell),
                false => {
                    let kept = draft.fields.entry(heading.trim());
                    kept.or_insert_with(|| cell.into());
                }
            }
        }
        let open = draft
            .text_of("status")
            .is_none_or(|status| ["scheduled", "tentative"].contains(&status));
        if !open {
            return;
        }
        let own = self.stated.map(|(status, ..)| rank(status));
        if let Some((heading, stated)) = self.private
            && own.is_none_or(|own| stated.is_some_and(|status| rank(status) > own))
        {
            let note = match stated {
                Some(status) => {
                    draft.put("status", status.name());
                    format!(
                        "“{heading}”, which is left out, says so: listed as {}",
                        status.name()
                    )
                }
                None => {
                    format!("“{heading}”, which is left out, may say that it does not take place")
                }
            };
            draft.notes.push(note);
            if stated.is_some() {
                return;
            }
        }
        if let Some((status, heading, cell)) = self.stated {
            draft.put("status", status.name());
            if !self.is_plain || cancelled::status_alone(cell) != Some(status) {
                let note = format!("“{heading}: {cell}” is taken for its status");
                draft.notes.push(note);
            }
        } else if let Some((heading, cell)) = self.unclear {
            value::unclear(draft, heading, cell);
        }
    }
}

/// “CANCELLED” in the place of a name; what is not certain there may be the name alone.
pub(super) fn lone_status(cell: &str) -> Option<Status> {
    // “Markt (entfällt)”, “March – cancelled” have a name.
    let is_behind = || apart(cell).is_some() || noun_off(cell);
    if !matches!(cancelled::judge(cell), Verdict::Sure(_)) || is_behind() {
        return None;
    }
    cancelled::status_alone(cell).filter(|status| *status != Status::Tentative && is_status(cell))
}

/// “Demo abgesagt”: whether a cell is what takes place, and that it does not.
fn noun_off(cell: &str) -> bool {
    cancelled::in_title(cell).is_some_and(|(status, rest)| {
        status != Status::Tentative && rest != cell && is_action(&rest)
    })
}

/// Whether a cell is a word for a status, not an abbreviation such as that of Ontario.
pub(super) fn is_status(cell: &str) -> bool {
    const LONGEST_ABBREVIATION: usize = 3;
    cell.chars().count() > LONGEST_ABBREVIATION
        && (words::value(cell) == Some("scheduled") || cancelled::status_alone(cell).is_some())
}

/// “City Square – CANCELLED”, “Rathaus (abgesagt)”: what the status stands behind, and the status.
pub(super) fn status_behind(cell: &str) -> Option<(Status, String)> {
    apart(cell).or_else(|| {
        // “ABGESAGT – Markt”, “port annulé”.
        cancelled::in_title(cell)
            .filter(|(status, rest)| *status != Status::Tentative && rest != cell)
    })
}

/// What stands before a mark, and the status behind it.
fn apart(cell: &str) -> Option<(Status, String)> {
    let (before, remark) = match cell.strip_suffix([')', ']', '）', '】']) {
        Some(rest) => rest.rsplit_once(['(', '[', '（', '【'])?,
        None => cell
            .rsplit_once(" - ")
            .or_else(|| cell.rsplit_once(" – "))
            .or_else(|| cell.rsplit_once(": "))?,
    };
    let status = cancelled::status_alone(remark)?;
    let before = before.trim();
    (!before.is_empty()).then(|| (status, before.to_owned()))
}

/// “4.11.2023 (Absage)”, “4.11.2023 14 Uhr – abgesagt”: the day, and the status that stands behind it.
pub(super) fn without_remark(cell: &str) -> (&str, Option<Status>) {
    let remark = || {
        let (day, remark) = cell.strip_suffix(')')?.rsplit_once('(')?;
        Some((day.trim_end(), cancelled::status_alone(remark)?))
    };
    let behind = || {
        const MARKS: [&str; 6] = [" - ", " – ", " — ", ", ", ": ", " / "];
        let cut = |mark: &&str| {
            let (day, remark) = cell.rsplit_once(*mark)?;
            let status = cancelled::status_alone(remark)?;
            stamp::said(day)
                .is_some()
                .then_some((day.trim_end(), status))
        };
        MARKS.iter().find_map(cut)
    };
    let is_word = |letter: char| letter.is_alphabetic();
    let found = remark().or_else(|| behind().filter(|_| cell.contains(is_word)));
    found.map_or((cell, None), |(day, status)| (day, Some(status)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_status_behind_it_is_no_lone_status() {
        for cell in [
            "Markt (entfällt)",
            "Kynttilämielenilmaus (peruttu)",
            "原発デモ（中止）",
            "March – cancelled",
            "Demo abgesagt",
        ] {
            assert_eq!(lone_status(cell), None, "{cell}");
        }
        for cell in ["abgesagt", "CANCELLED", "leider abgesagt"] {
            assert_eq!(lone_status(cell), Some(Status::Cancelled), "{cell}");
        }
    }

    #[test]
    fn a_mark_is_found_in_columns_that_are_left_out_or_mean_something_else() {
        for (heading, cell, expected) in [
            ("Contact", "Cancelled - storm", "cancelled"),
            ("Contact", "Eva Muster 0171 5550199", ""),
            ("Telefon", "abgesagt, 0171 5550199", "cancelled"),
            ("Zorb", "Fällt leider aus, 0171 5550199", "cancelled"),
            ("Organizer", "Se suspende por lluvia", "cancelled"),
            ("Organizer", "Peace Network", ""),
            ("Qui convoca?", "Anul·lada", "cancelled"),
            ("Estat", "Cancel·lat", "cancelled"),
            ("Remarks", "cancelled: 14h", ""),
            ("City", "cancelled: Leeds", "cancelled"),
        ] {
            let city = if heading == "City" { "Town" } else { "City" };
            let text = format!(
                "Date,Time,{city},Title,{heading}\n2027-03-06,18:00,Leeds,March,\"{cell}\"\n"
            );
            let source: std::sync::Arc<str> = "sheet.csv".into();
            let options = crate::options::Options::new(chrono::NaiveDate::MIN);
            let read = super::super::read(&text, &source, &options).unwrap();
            let status = read.drafts[0].text_of("status").unwrap_or_default();
            assert_eq!(status, expected, "{heading}: {cell}");
            let notes = read.drafts[0].notes.join("; ");
            assert!(!notes.contains("0171"), "{notes}");
        }
    }

    #[test]
    fn a_status_behind_a_day() {
        for (cell, day) in [
            ("13.3.2027 kl. 14 - AVLYST", "13.3.2027 kl. 14"),
            (
                "Sun 7 March 2027 12 noon – CANCELLED",
                "Sun 7 March 2027 12 noon",
            ),
            ("4.11.2023 (Absage)", "4.11.2023"),
            ("4.11.2023, abgesagt", "4.11.2023"),
        ] {
            assert_eq!(
                without_remark(cell),
                (day, Some(Status::Cancelled)),
                "{cell}"
            );
        }
        for cell in ["13.3.2027 - 14.3.2027", "4 Nov 2023, 2pm"] {
            assert_eq!(without_remark(cell), (cell, None), "{cell}");
        }
    }

    #[test]
    fn a_status_in_the_cell_of_a_place_is_told_from_its_name() {
        for (cell, rest) in [
            ("City Square - CANCELLED", Some("City Square")),
            ("Rathaus (abgesagt)", Some("Rathaus")),
            ("ABGESAGT – Markt", Some("Markt")),
            ("gare – annulé", Some("gare")),
            ("Kielce (odwołane)", Some("Kielce")),
            ("Frankfurt (Oder)", None),
            ("Place de la Liberté - Brest", None),
        ] {
            let found = status_behind(cell);
            let found = found.as_ref().map(|(_, rest)| rest.as_str());
            assert_eq!(found, rest, "{cell}");
        }
    }
}
