//! Entries of calendars and tables that are nothing where people come together: deadlines, permits, calls by telephone.

use std::sync::LazyLock;

use super::actions::is_action;
use super::draft::Draft;
use super::words::plain;

/// Where such words stand in a title, and the words, folded.
static WORDS: LazyLock<Vec<(&str, String)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut stands = "";
    let lines = include_str!("words/no_event.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        match line.split_once(':') {
            Some((_, words)) => all.extend(words.split(',').map(|words| (stands, plain(words)))),
            None => stands = line,
        }
    }
    all
});

/// Why an entry is no event where people come together, by what it is called.
pub fn reason(draft: &Draft) -> Option<String> {
    let title = draft.text_of("title").filter(|_| !draft.ours)?;
    let words = format!(" {} ", plain(title));
    let fits = |stands: &str, phrase: &str| {
        // Scripts without spaces put it behind the rest: “バス申込締切”.
        let unspaced = phrase.chars().all(|letter| u32::from(letter) >= 0x2e80);
        let whole = format!(" {phrase} ");
        match stands {
            "[begins]" => words.starts_with(&whole),
            "[ends]" if unspaced => words.trim_end().ends_with(phrase) && !is_action(title),
            "[ends]" => words.ends_with(&whole) && !is_action(title),
            _ => words.contains(&whole),
        }
    };
    let (stands, _) = WORDS.iter().find(|(stands, phrase)| fits(stands, phrase))?;
    let what = match *stands {
        "[calls]" => "calls from home",
        _ => "a deadline",
    };
    Some(format!(
        "“{title}” seems to be {what}, where nobody comes together"
    ))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::import::draft::Origin;

    #[test]
    fn deadlines_and_calls_are_no_events() {
        for (title, refused) in [
            ("Deadline for coach bookings", true),
            ("Coach bookings: deadline", true),
            ("Permit application due", true),
            ("Anmeldeschluss für die Busse", true),
            ("Date limite d'inscription au bus", true),
            ("Fecha límite de inscripción", true),
            ("Scadenza iscrizioni pullman", true),
            ("バス申込締切", true),
            ("Phone bank for the rally", true),
            ("Phonebank: call your MP", true),
            ("Climate deadline march", false),
            ("Rally: justice is overdue", false),
            ("March for justice long due", false),
            ("Vigil", false),
        ] {
            let origin = Origin {
                source: Arc::from("s.csv"),
                unit: "line",
                number: 2,
            };
            let mut draft = Draft::new(origin, title);
            draft.put("title", title);
            assert_eq!(reason(&draft).is_some(), refused, "{title}");
        }
    }
}
