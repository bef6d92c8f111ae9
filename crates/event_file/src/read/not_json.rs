//! The one clear error: a file that is not JSON, with where and what to mend.

use std::fmt;

use serde_json::error::Category;

/// A file that is not JSON. Nothing of it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotJson {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: Fault,
    /// What stands there, to find it by; at most 40 characters.
    pub near: String,
}

/// What keeps a file from being JSON.
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
    /// Anything else.
    Other,
}

impl Fault {
    /// Every one there is.
    pub const ALL: [Self; 15] = [
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
        }
    }
}

/// How much of the text is shown, in characters.
const NEAR: usize = 40;

impl NotJson {
    pub(super) fn new(error: &serde_json::Error, text: &str) -> Self {
        let at = place(error, text);
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let near = text[at..].lines().next().unwrap_or_default().trim();
        Self {
            line: text[..at].matches('\n').count() + 1,
            column: text[start..at].chars().count() + 1,
            fault: fault(error, text, at),
            near: near.chars().take(NEAR).collect(),
        }
    }

    /// The error in words; `text` gives an interface text by its key, with the named values put in.
    pub fn sentence(&self, text: impl Fn(&str, &[(&str, &str)]) -> String) -> String {
        let (line, column) = (self.line.to_string(), self.column.to_string());
        let values = [
            ("line", &*line),
            ("column", &*column),
            ("near", &*self.near),
        ];
        text(self.fault.key(), &values)
    }
}

/// For logs; [`NotJson::sentence`] is for people.
impl fmt::Display for NotJson {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            fault,
            ..
        } = self;
        write!(f, "not JSON at line {line}, column {column}: {fault:?}")
    }
}

impl std::error::Error for NotJson {}

/// Where in the text the character is that should not be there.
fn place(error: &serde_json::Error, text: &str) -> usize {
    let mut start = 0;
    for _ in 1..error.line() {
        start = text[start..]
            .find('\n')
            .map_or(text.len(), |end| start + end + 1);
    }
    // serde_json counts bytes, up to and with the last one it looked at.
    let mut at = (start + error.column()).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    // In a word like `title`, it looked for `true` until it could no longer.
    if error.to_string().starts_with("expected ident") {
        let word = text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric());
        at = word.len();
    }
    at
}

fn fault(error: &serde_json::Error, text: &str, at: usize) -> Fault {
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
