//! A piece of a line: what it is, and what stands before it.

use chrono::Weekday;

use super::words::Label;
use crate::when::days::Days;
use crate::when::time::Clock;

/// What a span is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// One or several days.
    Days {
        /// Which.
        days: Days,
        /// It stands where a date of an event stands: at the beginning of its part of the line, or after a word such as
        /// “on”. A date amid words may be part of a name.
        standing: bool,
    },
    /// An hour.
    Clock(Clock),
    /// The hour at which it ends, where it stands apart from the one at which it begins.
    End(Clock),
    /// A time without an hour: “after Friday prayers”.
    Loosely(String),
    /// What people do at the hour beside it, and nothing more: “doors”, “Treffpunkt”.
    Stage(String),
    /// Words beside the hour that have another one: what it was before, the same moment in another zone, when people gather.
    Aside(String),
    /// It says that the hour is not known yet.
    Open,
    /// Each week on this day.
    Every(Option<Weekday>),
    /// A label with its colon.
    Label(Label),
    /// Anything else.
    Text(String),
}

/// What parts one span from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing but a space.
    None,
    /// `:`
    Colon,
    /// A dash between spaces.
    Dash,
    /// A comma, also of other scripts.
    Comma,
    /// A full stop, semicolon or stroke.
    Stop,
    /// `|`, or a wide gap, between columns.
    Bar,
    /// `→`: from here to there.
    Arrow,
}

impl Sign {
    /// How it stands between two texts.
    pub fn written(self) -> &'static str {
        match self {
            Self::None => " ",
            Self::Colon => ": ",
            Self::Dash => " – ",
            Self::Comma => ", ",
            Self::Stop => "; ",
            Self::Bar => " | ",
            Self::Arrow => " → ",
        }
    }
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub kind: Kind,
    /// What stands before it.
    pub before: Sign,
    /// As written.
    pub words: String,
}

/// Which dates of a line are cut out of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// All of them.
    All,
    /// Those that stand where a date stands; the others are text.
    Standing,
}
