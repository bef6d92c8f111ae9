//! The head of a listing (subject, title, introduction), which may name the city of all entries: “Klima-Newsletter Leipzig”.

use std::sync::Arc;

use super::document::Document;
use super::line::Line;
use crate::when::tokens::tokens;

/// So many lines at the top are looked at.
const TOP: usize = 10;

/// A number of so many digits that is no year is of a postal address or a telephone.
const POSTAL: usize = 5;

impl Document<'_> {
    /// Puts to each entry what heads the listing: the subject of its mail, its title, and the sentences that introduce the list.
    pub fn remember_head(&mut self, lines: &[Option<Line>], subject: Option<&str>) {
        let drafts = self.reading.drafts.iter();
        let rejects = self.reading.rejects.iter();
        let first = drafts.map(|draft| draft.origin.number);
        let first = first.chain(rejects.map(|reject| reject.origin.number));
        let Some(first) = first.min() else { return };
        let above = lines.iter().flatten();
        let above = above
            .take(TOP)
            .take_while(|line| line.number < first && !line.has_clock());
        let titles = above
            .enumerate()
            .filter(|(at, line)| *at == 0 || introduces(line) || line.says_for_all())
            .filter(|(_, line)| {
                line.says_for_all()
                    || !line.is_salutation() && !line.is_pure_day() && !is_postal(line)
            })
            .map(|(_, line)| line.text.as_str());
        let head: Vec<&str> = subject.into_iter().chain(titles).collect();
        if head.is_empty() {
            return;
        }
        let head: Arc<str> = head.join("\n").into();
        for draft in &mut self.reading.drafts {
            draft.head = Some(Arc::clone(&head));
        }
    }
}

/// Whether a line above a list says what follows: it ends in a colon, or is no sentence.
fn introduces(line: &Line) -> bool {
    line.text.trim_end().ends_with([':', '：']) || !line.is_sentence() && !line.is_contact()
}

/// Whether a line is of a letterhead: “10179 Berlin”.
fn is_postal(line: &Line) -> bool {
    let tokens = tokens(&line.text);
    tokens.iter().any(|token| token.digits() >= POSTAL)
}
