//! What kind of line one is: a date alone, a link, a sentence, words and nothing else.

use chrono::Weekday;

use super::Line;
use super::span::{Kind, Sign};
use super::words::Label;
use crate::contact::contacts;
use crate::when::days::Days;
use crate::when::streets;
use crate::when::time::Clock;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;
use crate::when::written::Form;

impl Line {
    pub(super) fn has(&self, wanted: impl Fn(&Kind) -> bool) -> bool {
        self.spans.iter().any(|span| wanted(&span.kind))
    }

    /// Whether there is an hour in it, words in the place of one, or the word that it is not known.
    pub fn has_clock(&self) -> bool {
        self.has(|kind| {
            matches!(
                kind,
                Kind::Clock(_) | Kind::End(_) | Kind::Loosely(_) | Kind::Open
            )
        })
    }

    /// Whether all it says of its hour is that this is not known yet.
    pub fn is_open(&self) -> bool {
        let no_hour =
            |kind: &Kind| !matches!(kind, Kind::Clock(_) | Kind::End(_) | Kind::Loosely(_));
        self.has(|kind| matches!(kind, Kind::Open))
            && self.spans.iter().all(|span| no_hour(&span.kind))
    }

    /// The first hour in it.
    pub fn clock(&self) -> Option<Clock> {
        self.spans.iter().find_map(|span| match span.kind {
            Kind::Clock(clock) => Some(clock),
            _ => None,
        })
    }

    /// The first time without an hour in it.
    pub fn loosely(&self) -> Option<&str> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Loosely(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The days that stand where a date stands.
    pub fn days(&self) -> Option<&Days> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Days {
                days,
                standing: true,
            } => Some(days),
            _ => None,
        })
    }

    /// The first date in it, wherever it stands.
    pub fn any_days(&self) -> Option<&Days> {
        self.spans.iter().find_map(|span| match &span.kind {
            Kind::Days { days, .. } => Some(days),
            _ => None,
        })
    }

    /// Whether its first date has a year or a day of the week.
    pub fn has_whole_date(&self) -> bool {
        let first = self.any_days().and_then(Days::first);
        first.is_some_and(|date| {
            date.weekday.is_some()
                || !matches!(date.form, Form::NoYear { .. } | Form::TwoNumbers(_))
        })
    }

    /// Whether one of its dates names no year.
    pub fn has_date_without_year(&self) -> bool {
        self.has(|kind| match kind {
            Kind::Days { days, .. } => days
                .written()
                .iter()
                .any(|date| matches!(date.form, Form::NoYear { .. } | Form::TwoNumbers(_))),
            _ => false,
        })
    }

    /// Whether it says that its hour holds for what follows: “6pm unless stated”.
    pub fn holds_for_all(&self) -> bool {
        self.clock().is_some() && self.says_for_all()
    }

    /// Whether something in it holds where an entry says nothing else: “All events are in Bristol unless stated otherwise.”
    pub fn says_for_all(&self) -> bool {
        let tokens = tokens(&self.text);
        Purpose::ForAll.phrases().within(&tokens)
    }

    /// Whether it begins like a deadline and has a number: “Please reply by Friday 12 February 2027, 5pm”.
    pub fn is_deadline(&self) -> bool {
        let tokens = tokens(&self.text);
        Purpose::Deadline.phrases().past(&tokens, 0).is_some()
            && tokens.iter().any(|token| token.digits() > 0)
    }

    /// Whether it is a sentence of prose rather than a heading.
    pub fn is_sentence(&self) -> bool {
        let words: usize = self
            .texts()
            .all
            .iter()
            .map(|text| text.split_whitespace().count())
            .sum();
        // “– subota 19. decembar 2026.”, “– 17.12.2026 r.”: the full stop is that of a date set apart.
        let dated = self.spans.last().is_some_and(|last| {
            // “8 лютого 2026 р.”: the full stop is that of the word for the year.
            let word = last.words.rsplit(' ').next().unwrap_or_default();
            let short = word.chars().count() < 3 && word.chars().all(char::is_alphabetic);
            matches!(last.kind, Kind::Days { .. }) && (last.before != Sign::None || short)
        });
        words > 14 || !dated && words > 4 && self.text.trim_end().ends_with(['.', '…', '。'])
    }

    /// Whether its words name a street or square: “on Station Road”, “place Bellecour”; “auf die Straße” names none.
    pub fn names_street(&self) -> bool {
        const LONGEST_KIND: usize = 8;
        let is_capital = |word: &str| word.starts_with(char::is_uppercase);
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let compound = |word: &&str| {
            word.chars().count() > LONGEST_KIND && is_capital(word) && streets::is_called(word)
        };
        let named = |pair: &[&str]| {
            let [first, last] = pair else { return false };
            let own = is_capital(last) && !streets::is_called(last) || is_capital(first);
            own && streets::is_called(&format!("{first} {last}"))
        };
        words.iter().any(compound) || words.windows(2).any(named)
    }

    /// Whether there is any date in it, wherever it stands.
    pub fn has_date(&self) -> bool {
        self.has(|kind| matches!(kind, Kind::Days { .. }))
    }

    /// Whether it says when: an hour, a day of its own, or each week.
    pub fn says_when(&self) -> bool {
        self.has_clock() || self.days().is_some() || self.has(|kind| matches!(kind, Kind::Every(_)))
    }

    /// The day of each week that it names.
    pub fn every(&self) -> Option<Option<Weekday>> {
        self.spans.iter().find_map(|span| match span.kind {
            Kind::Every(day) => Some(day),
            _ => None,
        })
    }

    /// Whether it is a date, an hour or both, and nothing else.
    pub fn is_pure_when(&self) -> bool {
        !self.spans.is_empty()
            && self.links.is_empty()
            && !self.has(|kind| matches!(kind, Kind::Text(_) | Kind::Label(_)))
    }

    /// Whether it is a date and nothing else.
    pub fn is_pure_day(&self) -> bool {
        self.is_pure_when() && self.days().is_some() && !self.has_clock()
    }

    /// The label it begins with.
    pub fn label(&self) -> Option<Label> {
        match self.spans.first()?.kind {
            Kind::Label(label) => Some(label),
            _ => None,
        }
    }

    /// Whether it is words and nothing else.
    pub fn is_bare(&self) -> bool {
        self.links.is_empty()
            && !self.spans.is_empty()
            && !self.has(|kind| !matches!(kind, Kind::Text(_)))
    }

    /// Whether it says when the page was published: “Publicado em 12/11/2024 às 17h02”, “Stand: 4.11.2023”.
    pub fn is_published(&self) -> bool {
        let [first, second, ..] = &self.spans[..] else {
            return false;
        };
        let Kind::Text(text) = &first.kind else {
            return false;
        };
        // “Publicado em”, “Last updated on the”: at most a short word stands between.
        let tokens = tokens(text);
        let published = Purpose::Published.phrases().past(&tokens, 0);
        let link = |rest: &[Token]| match rest {
            [] => true,
            [only] => only.at.len() <= 3,
            _ => false,
        };
        published.is_some_and(|to| link(&tokens[to..])) && matches!(second.kind, Kind::Days { .. })
    }

    /// Whether it says how to reach someone, and nothing more: “Kontakt dla prasy: tel. 600 000 001”.
    pub fn is_contact(&self) -> bool {
        const MOST_WORDS: usize = 5;
        const LEAST_DIGITS: usize = 7;
        if self.has(|kind| matches!(kind, Kind::Days { .. } | Kind::Clock(_) | Kind::End(_))) {
            return false;
        }
        let contacts = contacts(&self.text);
        let digits = |text: &str| text.chars().filter(|letter| letter.is_numeric()).count();
        let found = contacts.iter().any(|at| {
            let contact = &self.text[at.clone()];
            contact.contains('@') || digits(contact) >= LEAST_DIGITS
        });
        let words = self.text.split_whitespace();
        let words = words.filter(|word| word.contains(char::is_alphabetic) && !word.contains('@'));
        found && words.count() <= MOST_WORDS
    }

    /// Whether it is links and perhaps what they are called.
    pub fn is_link(&self) -> bool {
        let label = |kind: &Kind| matches!(kind, Kind::Label(Label::Info));
        !self.links.is_empty() && !self.has(|kind| !label(kind))
    }

    /// Whether it is in capital letters, in a script that has them.
    pub fn is_capitals(&self) -> bool {
        let cased = |letter: &char| letter.is_uppercase() || letter.is_lowercase();
        let mut letters = self.text.chars().filter(cased).peekable();
        letters.peek().is_some() && letters.all(char::is_uppercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_lines() {
        assert!(Line::new(1, "Saturday, November 4").is_pure_day());
        assert!(Line::new(1, "4:30 pm").is_pure_when() && !Line::new(1, "4:30 pm").is_pure_day());
        assert!(Line::new(1, "Facebook: https://a.example").is_link());
        assert!(
            Line::new(1, "- Gece yürüyüşü").is_bare() && Line::new(1, "- Gece yürüyüşü").bullet
        );
        for contact in [
            "Kontakt dla prasy: tel. 600 000 001",
            "לפרטים: 050-0000001",
            "Narahubung: 0812-0000-0001 (Rina)",
            "Per info: Maria 333 1234567",
        ] {
            assert!(Line::new(1, contact).is_contact(), "{contact}");
        }
        for entry in ["Leeds: 11.00 - 15.00, City Square", "Leeds: City Square 12"] {
            assert!(!Line::new(1, entry).is_contact(), "{entry}");
        }
        assert_eq!(
            Line::new(1, "Yer: Barış Meydanı").label(),
            Some(Label::Where)
        );
        assert!(Line::new(1, "ÇANAKKALE").is_capitals() && !Line::new(1, "東京").is_capitals());
    }
}
