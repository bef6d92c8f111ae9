//! The status that follows from an entry's own words, beside the one that its source gives.

use chrono::Datelike as _;
use event_file::event::Status;
use serde_json::Value;

use super::around::places;
use super::phrases::words;
use super::{Verdict, in_description, in_title, is_from_day, judge, moved, status_alone};
use crate::draft::{Draft, Stamp};
use crate::when::names::{months_at, weekday_at};
use crate::when::tokens::tokens;

/// Reads from title and description whether an entry takes place, and says what it took from there.
///
/// What is set apart in a title goes before a source's own “confirmed”; a sentence of a description that speaks of the event
/// itself goes before that of a calendar, which writes it by itself. What contradicts somebody's answer or status leaves the
/// event tentative.
pub fn status(draft: &mut Draft) {
    let has = draft.text_of("status").unwrap_or_default().to_owned();
    let has = has.as_str();
    if draft.ours {
        return;
    }
    if !["", "scheduled", "tentative"].contains(&has) {
        // “CANCELED: March” of what is cancelled.
        let title = draft.text_of("title").and_then(in_title);
        if let Some((_, rest)) = title.filter(|(status, _)| status.name() == has) {
            draft.put("title", &rest);
        }
        return;
    }
    if of_organizers(draft) {
        return;
    }
    let confirmed = draft.confirmed || draft.confirmed_by_program || has == "scheduled";
    let title = draft.text_of("title").unwrap_or_default().to_owned();
    if let Some((status, rest)) = in_title(&title) {
        if status != Status::Cancelled && days(&title, draft.start) == Days::Own {
            return;
        }
        if title == rest {
            draft.notes.push(format!(
                "“{title}” may say that it does not take place: listed as tentative"
            ));
        } else if confirmed || status == Status::Tentative {
            draft.notes.push(format!(
                "its title says “{title}”: listed as {}",
                status.name()
            ));
        }
        draft.put("title", &rest);
        draft.put("status", status.name());
        return;
    }
    if moved(&title).is_some() && days(&title, draft.start) == Days::Others {
        draft.notes.push(format!(
            "“{title}” says that it was moved to another day: listed as tentative"
        ));
        draft.put("status", Status::Tentative.name());
        return;
    }
    let description = draft.text_of("description").unwrap_or_default();
    let (verdict, sentence) = in_description(description);
    let sentence: String = sentence.chars().take(120).collect();
    // Somebody wrote it; a calendar does so by itself.
    let answered = draft.confirmed || has == "scheduled";
    let status = match verdict {
        Verdict::Nothing => return,
        Verdict::Unclear(_) if confirmed || is_from_day(&sentence) => return,
        Verdict::Sure(_) if is_of_day_before(&sentence, draft.start) => {
            draft.notes.push(format!(
                "its description says “{sentence}”: it takes place on its own day"
            ));
            return;
        }
        Verdict::Sure(status) if !answered => status,
        Verdict::Sure(_) | Verdict::Unclear(_) => Status::Tentative,
    };
    // “cancelled” and nothing else needs no word of ours.
    let is_all = status_alone(description) == Some(status) && !answered;
    let note = match (verdict, answered) {
        (Verdict::Sure(_), true) => format!(
            "its status says that it takes place, its description “{sentence}”: listed as tentative"
        ),
        (Verdict::Sure(_), false) => format!(
            "its description says “{sentence}”: listed as {}",
            status.name()
        ),
        _ => format!(
            "its description, “{sentence}”, may say that it does not take place: listed as tentative"
        ),
    };
    draft.notes.extend((!is_all).then_some(note));
    draft.put("status", status.name());
}

/// Which days a title names.
#[derive(Debug, PartialEq, Eq)]
enum Days {
    None,
    /// The day of the week on which the event is.
    Own,
    Others,
}

/// “The march on the 8th was cancelled, we do it again on the 15th”: whether only an event of another day is called off, and
/// this one is on instead.
fn is_of_day_before(sentence: &str, start: Option<Stamp>) -> bool {
    let again = !places("again", &words(sentence)).is_empty();
    let clauses = || sentence.split([',', ';', ':', '–', '—']);
    let other = |clause: &str| {
        matches!(judge(clause), Verdict::Sure(_)) && days(clause, start) == Days::Others
    };
    let own = |clause: &str| {
        matches!(judge(clause), Verdict::Nothing) && days(clause, start) == Days::Own
    };
    again && clauses().any(other) && clauses().any(own)
}

/// Whether a title that speaks of another day means the one that the entry has.
fn days(title: &str, start: Option<Stamp>) -> Days {
    let date = match start {
        Some(Stamp::Wall(at)) => Some(at.date),
        Some(Stamp::Moment(at)) => Some(at.date_naive()),
        None => None,
    };
    let tokens = tokens(title);
    let weekdays = (0..tokens.len()).filter_map(|at| weekday_at(&tokens, at)?.0);
    let weekdays: Vec<_> = weekdays.collect();
    let month = (0..tokens.len()).any(|at| months_at(&tokens, at).is_some());
    let number = tokens.iter().find_map(|token| token.number(31));
    match (&weekdays[..], number) {
        ([], None) if !month => Days::None,
        ([day], None) if date.map(|date| date.weekday()) == Some(*day) => Days::Own,
        (_, Some(day)) if date.map(|date| date.day()) == Some(day) => Days::Own,
        _ => Days::Others,
    }
}

/// Takes “DIE LINKE Erfurt ABGESAGT” in a column of organizers for the status of the event. Whether it says so.
fn of_organizers(draft: &mut Draft) -> bool {
    let Some(Value::Array(organizers)) = draft.fields.get("organizers") else {
        return false;
    };
    let named = organizers.iter().enumerate();
    let mut said = named.filter_map(|(at, name)| {
        let (status, rest) = in_title(name.as_str()?)?;
        let is_apart = Some(rest.as_str()) != name.as_str() && !rest.trim().is_empty();
        (is_apart && status != Status::Tentative).then_some((at, status, rest))
    });
    let Some((at, status, rest)) = said.next() else {
        return false;
    };
    if let Some(Value::Array(organizers)) = draft.fields.get_mut("organizers") {
        let was = std::mem::replace(&mut organizers[at], rest.trim().into());
        let note = format!(
            "its organizer is “{}”: listed as {}",
            was.as_str().unwrap_or_default(),
            status.name()
        );
        draft.notes.push(note.replace(['\n', '\r'], " "));
    }
    draft.put("status", status.name());
    true
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use event_file::WallTime;

    use super::*;
    use crate::draft::Origin;

    /// The status and the title of an entry of Thursday, 16 November 2023.
    #[track_caller]
    fn check(title: &str, description: &str, confirmed: bool, expected: (&str, &str)) {
        let mut draft = Draft::example(title);
        let date = "2023-11-16".parse().unwrap();
        draft.start = Some(Stamp::Wall(WallTime::day(date)));
        draft.put("title", title);
        draft.put("description", description);
        draft.confirmed = confirmed;
        status(&mut draft);
        let found = (
            draft.text_of("status").unwrap_or_default(),
            draft.text_of("title").unwrap_or_default(),
        );
        assert_eq!(found, expected, "{title}: {description}");
        let silent = expected.0.is_empty();
        assert!(silent || draft.text_of("title") != Some(title) || !draft.notes.is_empty());
    }

    #[test]
    fn a_status_of_the_source_is_not_overruled_by_a_description() {
        check(
            "March",
            "Student debt must be cancelled",
            true,
            ("", "March"),
        );
        check("March", "Sarah cancelled", true, ("", "March"));
        check("March", "Sarah cancelled", false, ("tentative", "March"));
        check(
            "March",
            "The march is cancelled.",
            true,
            ("tentative", "March"),
        );
        check(
            "March",
            "The march is cancelled.",
            false,
            ("cancelled", "March"),
        );
        check("ABGESAGT: Demo", "", true, ("cancelled", "Demo"));
    }

    #[test]
    fn the_confirmed_of_a_calendar_does_not_overrule_a_sentence_on_the_event() {
        let mut draft = Draft::example("March");
        draft.put("title", "March");
        draft.put("description", "Meet at noon. CANCELLED due to the storm!");
        draft.confirmed_by_program = true;
        status(&mut draft);
        assert_eq!(draft.text_of("status"), Some("cancelled"));
        assert_eq!(draft.notes.len(), 1);
    }

    #[test]
    fn a_title_does_not_say_again_what_the_status_says() {
        let origin = Origin {
            source: Arc::from("s.ics"),
            unit: "line",
            number: 2,
        };
        for (title, has, rest) in [
            ("CANCELED: March", "cancelled", "March"),
            ("Marche (reportée)", "postponed", "Marche"),
            (
                "Student debt cancelled",
                "cancelled",
                "Student debt cancelled",
            ),
        ] {
            let mut draft = Draft::new(origin.clone(), title);
            draft.put("title", title);
            draft.put("status", has);
            status(&mut draft);
            assert_eq!(draft.text_of("title"), Some(rest));
            assert_eq!(draft.text_of("status"), Some(has));
        }
    }

    #[test]
    fn what_is_done_again_on_its_own_day_is_on() {
        for description in [
            "La marche du 9 novembre a été annulée, on remet ça le 16 !",
            "The march on 9 November was cancelled, we do it again on the 16th.",
            "Die Demo vom 9. November wurde abgesagt, wird nachgeholt am 16.",
        ] {
            check("March", description, false, ("", "March"));
        }
        check(
            "March",
            "The march on 16 November was cancelled, we do it again on the 23rd.",
            false,
            ("cancelled", "March"),
        );
    }

    #[test]
    fn a_title_that_names_the_new_day_is_on_then() {
        let title = "Mahnwache (verschoben auf Donnerstag)";
        check(title, "", false, ("", title));
        check(
            "Rally moved to Thursday",
            "",
            false,
            ("", "Rally moved to Thursday"),
        );
        check(
            "Rally moved to Sunday",
            "",
            false,
            ("tentative", "Rally moved to Sunday"),
        );
        check(
            "We Shall Not Be Moved",
            "",
            false,
            ("", "We Shall Not Be Moved"),
        );
    }

    #[test]
    fn capitals_behind_an_organizer_cancel() {
        for (organizer, status, name) in [
            (
                "DIE LINKE Erfurt ABGESAGT",
                Some("cancelled"),
                "DIE LINKE Erfurt",
            ),
            ("Bürger für Erfurt", None, "Bürger für Erfurt"),
        ] {
            let mut draft = Draft::example("March");
            draft.put("title", "March");
            let organizers = vec![Value::from(organizer)];
            draft
                .fields
                .insert("organizers".to_owned(), organizers.into());
            super::status(&mut draft);
            assert_eq!(draft.text_of("status"), status, "{organizer}");
            assert_eq!(draft.fields["organizers"][0], name);
            assert_eq!(draft.notes.is_empty(), status.is_none());
        }
    }
}
