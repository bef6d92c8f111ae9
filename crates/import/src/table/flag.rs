//! Columns that say yes or no of an event: whether it may be shown, and whether it takes place.

mod heading;

use event_file::event::Status;

use super::stamp;
use crate::{cancelled, words};

pub use self::heading::{means, seems_personal};

/// The longest answer that may have words behind its yes or no.
const LONGEST_ANSWER: usize = 60;

/// What a yes in a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// The event may be shown.
    Public,
    /// It may not.
    Private,
    /// “Public or private”: only a word tells.
    Either,
    /// The entry was thrown away; a day says when.
    Deleted,
    /// The event does not take place.
    Cancelled,
    /// It takes place later; a day says when.
    Postponed,
    /// Its day or its place is another one.
    Moved,
    /// A day on which it takes place instead.
    NewDate,
    /// It takes place.
    Happening,
    /// It is certain that it takes place.
    Confirmed,
    /// It is not certain.
    Unconfirmed,
}

/// A column of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// What a yes in it means.
    pub means: Means,
    /// The name under which a text is kept that is no answer.
    pub name: String,
    /// Whether a cell of it says yes.
    pub yes: bool,
    /// Whether a cell of it says no.
    pub no: bool,
    /// Whether a cell of it holds a text that is no answer.
    pub text: bool,
}

/// What follows from a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// The event may be shown, and takes place as far as this cell knows.
    Fine,
    /// The event may not be shown.
    Private,
    /// It has this status.
    Status(Status),
    /// It may not take place, or not then.
    Unclear,
    /// A day that is not that of the event, if it is another one.
    Day,
    /// The cell is no answer.
    Text,
    /// The cell is no answer, and not for everyone.
    LeftOut,
}

/// What a cell answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    /// “❌” is a tick in a column of cancellations, a no in others.
    Cross,
    Private,
    Day,
    Status(Status),
    Text,
}

impl Flag {
    /// A column of which no cell is known.
    pub fn new(means: Means, name: String) -> Self {
        let (yes, no, text) = (false, false, false);
        Self {
            means,
            name,
            yes,
            no,
            text,
        }
    }

    /// Notes what the column's cells are like.
    pub fn see(&mut self, cell: &str) {
        if cell.trim().is_empty() {
            return;
        }
        match answer(cell) {
            Answer::Yes => self.yes = true,
            Answer::No | Answer::Cross => self.no = true,
            Answer::Text => self.text = true,
            Answer::Private | Answer::Day | Answer::Status(_) => {}
        }
    }

    /// Whether texts of the column that are no answers are left out.
    pub fn leaves_out(&self) -> bool {
        self.text && matches!(self.means, Means::Private)
    }

    /// What an empty cell says: where others have a tick and none says no, it is a no.
    pub fn empty(&self) -> Says {
        let ticks = self.yes && !self.no && !self.text;
        match self.means {
            Means::Public if ticks => Says::Private,
            Means::Happening | Means::Confirmed if ticks => Says::Status(Status::Tentative),
            _ => Says::Fine,
        }
    }

    /// Whether a cell says that the event takes place.
    pub fn confirms(&self, cell: &str) -> bool {
        matches!(self.means, Means::Happening | Means::Confirmed) && answer(cell) == Answer::Yes
    }

    /// What a cell says. To a question whether the event takes place, words that are not understood are no yes.
    pub fn says(&self, cell: &str) -> Says {
        match says(self.means, cell) {
            Says::Text if self.asks_whether() => Says::Unclear,
            says => says,
        }
    }

    /// Whether the column asks whether the event takes place: by its heading, or others of its cells say yes or no.
    fn asks_whether(&self) -> bool {
        let asks = self.yes || self.no || self.name.contains(['?', '？', '؟']);
        asks && matches!(self.means, Means::Happening | Means::Confirmed)
    }
}

/// What a cell under a heading of this meaning says.
pub fn says(means: Means, cell: &str) -> Says {
    use Answer as A;
    use Means as M;
    match (means, answer(cell)) {
        (M::Public, A::No | A::Cross) => Says::Private,
        (M::Private, A::Yes | A::Cross) => Says::Private,
        (M::Deleted, A::Yes | A::Cross | A::Day | A::Text) => Says::Private,
        (M::Public | M::Private | M::Deleted | M::Either, A::Private) => Says::Private,
        (M::Private, A::Text | A::Day | A::Status(_)) => Says::LeftOut,
        (M::Either, A::Yes | A::No | A::Cross) => Says::Unclear,
        (M::Public | M::Private | M::Deleted, A::Yes | A::No) => Says::Fine,
        (M::Public | M::Either, _) => Says::Text,
        (_, A::Private) => Says::Private,
        (M::Cancelled, A::Yes | A::Cross | A::Day) => Says::Status(Status::Cancelled),
        (M::Postponed, A::Yes | A::Cross) => Says::Status(Status::Postponed),
        (M::Postponed | M::Moved | M::NewDate, A::Day) => Says::Day,
        (M::Moved | M::NewDate, A::Yes | A::Cross) => Says::Unclear,
        (M::Cancelled | M::Postponed | M::Moved | M::NewDate, A::Text) => Says::Unclear,
        (M::Happening, A::No | A::Cross) => Says::Status(Status::Cancelled),
        (M::Confirmed, A::No | A::Cross) => Says::Status(Status::Tentative),
        // “Yes, but at 5pm”.
        (M::Happening | M::Confirmed, A::Yes) if is_qualified(cell) => Says::Unclear,
        (M::Unconfirmed, A::Yes) => Says::Status(Status::Tentative),
        (_, A::Status(status)) if status != Status::Scheduled => Says::Status(status),
        (M::Happening | M::Confirmed | M::Unconfirmed, A::Text) => Says::Text,
        _ => Says::Fine,
    }
}

/// Whether an answer goes on with a number, or with words that something moved.
fn is_qualified(cell: &str) -> bool {
    let whole = words::value(cell).is_some();
    let numbered = cell.chars().any(|letter| letter.is_numeric());
    !whole && (numbered || cancelled::moved(cell).is_some())
}

fn answer(cell: &str) -> Answer {
    let cell = cell.trim().trim_end_matches('\u{fe0f}');
    match cell {
        "✅" | "☑" | "✔" | "🆗" | "👍" => return Answer::Yes,
        "❌" | "🚫" | "⛔" | "❎" => return Answer::Cross,
        "☐" | "-" | "–" | "—" => return Answer::No,
        _ => {}
    }
    match words::value(cell) {
        Some("yes" | "scheduled") => return Answer::Yes,
        Some("no") => return Answer::No,
        Some("private") => return Answer::Private,
        Some("moved-online") => return Answer::Status(Status::MovedOnline),
        _ => {}
    }
    if let Some(status) = cancelled::status(cell) {
        return Answer::Status(status);
    }
    if stamp::said(cell).is_some() {
        return Answer::Day;
    }
    // “No, internal only”, “Yes – please”.
    let first = cell
        .split([',', ';', '.', '!', ':', '(', '–', '—', '-'])
        .next();
    match first
        .filter(|_| cell.len() <= LONGEST_ANSWER)
        .and_then(words::value)
    {
        Some("yes") => Answer::Yes,
        Some("no") => Answer::No,
        _ => Answer::Text,
    }
}

#[cfg(test)]
mod tests;
