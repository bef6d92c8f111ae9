//! The problems of an event file, by kind, as sentences of the page's language.

use event_file::{Problem, problem::ProblemKind};

use super::Language;

/// A problem in two parts.
pub struct Sentence {
    /// Which entry.
    pub place: String,
    /// What is wrong, what to write instead, what was done.
    pub what: String,
}

/// The problem in words.
pub fn sentence(problem: &Problem, language: &Language) -> Sentence {
    let text = |key: &str, values: &[(&str, &str)]| language.text(key, values);
    Sentence {
        place: problem.place(text),
        what: problem.sentence(text),
    }
}

/// The indices of the problems of each kind, the kinds in the order of their first problem.
pub fn by_kind(problems: &[Problem]) -> Vec<Vec<usize>> {
    let mut kinds: Vec<(ProblemKind, Vec<usize>)> = Vec::new();
    for (at, problem) in problems.iter().enumerate() {
        match kinds.iter_mut().find(|(kind, _)| *kind == problem.kind) {
            Some((_, same)) => same.push(at),
            None => kinds.push((problem.kind, vec![at])),
        }
    }
    kinds.into_iter().map(|(_, same)| same).collect()
}

/// The index of the event that an entry of the file became; `None` for one that is no event.
pub fn event(entry: usize, problems: &[Problem]) -> Option<usize> {
    let is_none = |problem: &&Problem| {
        matches!(
            problem.kind,
            ProblemKind::NotAnEvent | ProblemKind::EmptyEntry
        )
    };
    let no_events = || {
        problems
            .iter()
            .filter(is_none)
            .filter_map(|problem| problem.entry)
    };
    if no_events().any(|other| other == entry) {
        return None;
    }
    let before = no_events().filter(|other| *other < entry).count();
    entry.checked_sub(before)
}

/// All problems, a line each, for a mail.
pub fn as_text(problems: &[Problem], language: &Language) -> String {
    let mut text = String::new();
    for same in by_kind(problems) {
        for problem in same.iter().filter_map(|at| problems.get(*at)) {
            let Sentence { place, what } = sentence(problem, language);
            for part in [&place, ": ", &what, "\n"] {
                text.push_str(part);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use event_file::{read, zone::NoRules};

    use super::*;
    use crate::wording::samples::english;

    const FILE: &str = r#"[7, {"title": "a", "start": "x"}, {}, {"title": "b", "start": "2023-11-04", "lat": 99},
        {"title": "c", "start": "y"}]"#;

    #[test]
    fn problems_of_a_kind_come_together_and_name_their_events() {
        let (calendar, problems) = read(FILE.as_bytes().to_vec(), &NoRules).unwrap();
        let title = |at: usize| calendar.events[at].title.to_string();
        let entries: Vec<_> = by_kind(&problems)
            .into_iter()
            .map(|same| {
                let entry = |at: usize| problems[at].entry.unwrap();
                same.into_iter().map(entry).collect::<Vec<_>>()
            })
            .collect();
        assert!(entries.contains(&vec![1, 4]), "{entries:?}");
        let found: Vec<_> = (0..5)
            .map(|entry| event(entry, &problems).map(title))
            .collect();
        assert_eq!(
            found,
            [
                None,
                Some("a".into()),
                None,
                Some("b".into()),
                Some("c".into())
            ]
        );
        let text = as_text(&problems, &english("en"));
        assert_eq!(text.lines().count(), problems.len(), "{text}");
    }
}
