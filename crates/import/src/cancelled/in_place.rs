//! A sentence on what became of an event where its place should stand: “CANCELLED due to the weather”. It is no place.

use event_file::event::Status;

use crate::cancelled::{self, Verdict};
use crate::draft::Draft;
use crate::new_place;

/// Whether a text says that an event does not take place, perhaps with the reason, and nothing else.
fn status(text: &str) -> Option<Status> {
    let begins = cancelled::begins(text)?;
    let is_off = matches!(begins, Status::Cancelled | Status::Postponed)
        && matches!(cancelled::judge(text), Verdict::Sure(own) if own == begins);
    let is_whole = cancelled::status_alone(text).is_some() || cancelled::has_reason(text);
    (is_off && is_whole && new_place::said(text).is_none()).then_some(begins)
}

/// Takes such a sentence out of the place of an entry, as its status and description.
pub fn take_out(draft: &mut Draft) {
    if draft.ours {
        return;
    }
    let texts = [
        draft.text_of("address"),
        draft.text_of("place"),
        draft.location.as_deref(),
    ];
    let found = texts.into_iter().flatten().find_map(|text| {
        let status = status(text)?;
        Some((status, text.to_owned()))
    });
    let Some((status, text)) = found else { return };
    for field in ["address", "place"] {
        // “ABGESAGT wegen Sturm” may have been parted.
        let is_part = |own: &str| text.ends_with(own);
        if draft.text_of(field).is_some_and(is_part) {
            draft.fields.shift_remove(field);
        }
    }
    draft.location = draft.location.take().filter(|own| *own != text);
    let is_open = draft
        .text_of("status")
        .is_none_or(|own| own == Status::Scheduled.name() || own == Status::Tentative.name());
    if is_open {
        draft.put("status", status.name());
    }
    let said = draft.text_of("description").unwrap_or_default();
    if !said.contains(&text) {
        let description = match said.is_empty() {
            true => text,
            false => format!("{said}\n{text}"),
        };
        draft.put("description", &description);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_on_what_became_of_it_is_no_place() {
        for (text, expected) in [
            ("CANCELLED due to the weather", Some(Status::Cancelled)),
            (
                "ABGESAGT wegen der Sicherheitslage",
                Some(Status::Cancelled),
            ),
            ("ANNULÉ en raison de la météo", Some(Status::Cancelled)),
            ("ODWOŁANE z powodu pogody", Some(Status::Cancelled)),
            ("СКАСОВАНО через погоду", Some(Status::Cancelled)),
            ("SUSPENDIDO por la lluvia", Some(Status::Cancelled)),
            ("POSTPONED due to rain", Some(Status::Postponed)),
            ("moved to City Square", None),
            ("City Square", None),
            ("Placa de la Absència", None),
        ] {
            assert_eq!(status(text), expected, "{text}");
        }
    }
}
