//! What keeps a file from being an event file, each with the key of its sentence.

use serde_json::error::Category;

/// What keeps a file from being an event file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing in it.
    Empty,
    /// A web page, as servers send in place of a missing file.
    Html,
    /// A spreadsheet, an archive, an image.
    Binary,
    /// It stops in the middle.
    CutOff,
    /// A comma before a closing bracket.
    ExtraComma,
    /// Two members or items without a comma between.
    MissingComma,
    /// A name without its colon.
    MissingColon,
    /// A name without quotes, or text in single or curly quotes.
    Quotes,
    /// A line break or another control character inside a text.
    LineBreak,
    /// A backslash that starts no escape.
    Backslash,
    /// A comment.
    Comment,
    /// A number JSON does not write like that.
    Number,
    /// Something after the end.
    AfterEnd,
    /// Lists in lists past 128.
    TooDeep,
    /// Anything else that is not JSON.
    Other,
    /// An object without a list of events.
    NoEvents,
    /// An object that is a single event, in no list.
    OneEvent,
    /// `events`, or `features` in GeoJSON, is no list.
    NotAList,
    /// A list of other things than events.
    OtherItems,
    /// A single text, number or word.
    OneValue,
}

impl Fault {
    /// Every one there is.
    pub const ALL: [Self; 20] = [
        Self::Empty,
        Self::Html,
        Self::Binary,
        Self::CutOff,
        Self::ExtraComma,
        Self::MissingComma,
        Self::MissingColon,
        Self::Quotes,
        Self::LineBreak,
        Self::Backslash,
        Self::Comment,
        Self::Number,
        Self::AfterEnd,
        Self::TooDeep,
        Self::Other,
        Self::NoEvents,
        Self::OneEvent,
        Self::NotAList,
        Self::OtherItems,
        Self::OneValue,
    ];

    /// The key of its sentence in the interface texts, with `{{line}}`, `{{column}}` and `{{near}}`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "problem.json.empty",
            Self::Html => "problem.json.html",
            Self::Binary => "problem.json.binary",
            Self::CutOff => "problem.json.cut_off",
            Self::ExtraComma => "problem.json.extra_comma",
            Self::MissingComma => "problem.json.missing_comma",
            Self::MissingColon => "problem.json.missing_colon",
            Self::Quotes => "problem.json.quotes",
            Self::LineBreak => "problem.json.line_break",
            Self::Backslash => "problem.json.backslash",
            Self::Comment => "problem.json.comment",
            Self::Number => "problem.json.number",
            Self::AfterEnd => "problem.json.after_end",
            Self::TooDeep => "problem.json.too_deep",
            Self::Other => "problem.json.other",
            Self::NoEvents => "problem.json.no_events",
            Self::OneEvent => "problem.json.one_event",
            Self::NotAList => "problem.json.not_a_list",
            Self::OtherItems => "problem.json.other_items",
            Self::OneValue => "problem.json.one_value",
        }
    }

    /// Whether the file is JSON, but in none of the shapes of an event file.
    pub const fn is_json(self) -> bool {
        matches!(
            self,
            Self::NoEvents | Self::OneEvent | Self::NotAList | Self::OtherItems | Self::OneValue
        )
    }
}

/// The cause of a syntax error at the byte `at` of the text.
pub(super) fn of(error: &serde_json::Error, text: &str, at: usize) -> Fault {
    let start = text.trim_start();
    if start.is_empty() {
        return Fault::Empty;
    }
    if start.starts_with('<') {
        return Fault::Html;
    }
    let head: String = start.chars().take(400).collect();
    if head.contains('\0')
        || ["PK\u{3}\u{4}", "%PDF", "\u{fffd}PNG", "\u{1f}\u{fffd}"]
            .iter()
            .any(|magic| head.starts_with(magic))
    {
        return Fault::Binary;
    }
    let message = error.to_string();
    let here = text[at..].chars().next();
    let is = |words: &str| message.starts_with(words);
    if is("recursion limit") {
        return Fault::TooDeep;
    }
    if error.classify() == Category::Eof {
        return Fault::CutOff;
    }
    if is("trailing characters") {
        return Fault::AfterEnd;
    }
    if is("control character") {
        return Fault::LineBreak;
    }
    if is("invalid escape") || is("invalid unicode code point") || is("unexpected end of hex") {
        return Fault::Backslash;
    }
    if text[at..].starts_with("//") || text[at..].starts_with("/*") || here == Some('#') {
        return Fault::Comment;
    }
    if is("trailing comma") || here == Some(',') {
        return Fault::ExtraComma;
    }
    let before = text[..at].trim_end();
    if matches!(here, Some('\'' | '“' | '”' | '‘' | '’' | '„' | '«')) {
        return Fault::Quotes;
    }
    if is("key must be a string") {
        return match here {
            Some('}') if before.ends_with(',') => Fault::ExtraComma,
            _ => Fault::Quotes,
        };
    }
    if is("expected `:`") {
        return Fault::MissingColon;
    }
    if is("expected `,`") {
        return Fault::MissingComma;
    }
    if is("invalid number") || is("number out of range") {
        return Fault::Number;
    }
    if matches!(here, Some(']' | '}')) && before.ends_with(',') {
        return Fault::ExtraComma;
    }
    Fault::Other
}
