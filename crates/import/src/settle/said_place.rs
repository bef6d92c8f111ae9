//! A description that says that the event has another place than before: “Change of venue! We meet at the town hall”.

use fold::fold;

use crate::draft::Draft;
use crate::new_place::{self, Said};

/// A longer sentence tells of the event.
const MOST_WORDS: usize = 14;

/// The most of a description that is looked at, in bytes.
const LONGEST: usize = 1000;

/// Says so, where the entry has another place.
pub(super) fn compare(draft: &mut Draft) {
    let Some(description) = draft.text_of("description") else {
        return;
    };
    let end = description.floor_char_boundary(LONGEST);
    let mut sentences = description[..end].split_inclusive(['!', '\n', ';']);
    let found = sentences.find_map(|sentence| {
        let short = sentence.split_whitespace().count() <= MOST_WORDS;
        let said = short.then(|| new_place::said(sentence)).flatten()?;
        Some((sentence.trim(), said))
    });
    let Some((sentence, said)) = found else {
        return;
    };
    let has = ["place", "address"].map(|field| draft.text_of(field).unwrap_or_default());
    let own = has.iter().any(|own| match said {
        Said::Plain(place) => fold(own).contains(&fold(place)),
        Said::Another => false,
    });
    let place = has.iter().find(|own| !own.is_empty());
    if let (false, Some(place)) = (own, place) {
        let note = format!("its description says “{sentence}”, and its place is “{place}”");
        draft.notes.push(note);
    }
}

#[cfg(test)]
mod tests {

    use super::*;

    #[test]
    fn a_description_that_names_another_place_is_said() {
        for (description, notes) in [
            ("Change of venue! We meet at the town hall.", 1),
            ("zmiana miejsca! Spotykamy się na placu Wolności", 1),
            ("Neuer Treffpunkt: Rathausplatz", 1),
            ("Neuer Treffpunkt: Marktplatz", 0),
            ("We meet at the town hall.", 0),
        ] {
            let mut draft = Draft::example("March");
            draft.put("place", "Marktplatz");
            draft.put("description", description);
            compare(&mut draft);
            assert_eq!(draft.notes.len(), notes, "{description}");
        }
    }
}
