//! The text of a mail, or of one that was pasted, without what is not its own: signatures, header fields of other mails, line breaks of a narrow window.

use super::headers::Header;
use crate::table::shape::says_hour;
use crate::when::date::date_at;
use crate::when::tokens::tokens;
use fold::fold;

/// The text before the line that begins a signature: two hyphens and a space (RFC 3676, section 4.3). Many programs leave
/// the space out; then what follows is one if it is short and names neither a day nor an hour.
pub fn without_signature(text: &str) -> &str {
    const LONGEST: usize = 12;
    let last = |marks: [&str; 2]| {
        marks
            .map(|mark| text.rfind(mark))
            .into_iter()
            .flatten()
            .max()
    };
    if let Some(end) = last(["\n-- \n", "\n-- \r\n"]) {
        return &text[..end];
    }
    let bare = last(["\n--\n", "\n--\r\n"]).filter(|end| {
        let lines = || text[*end..].lines();
        lines().count() <= LONGEST && !lines().any(|line| is_dated(line) || says_hour(line))
    });
    bare.map_or(text, |end| &text[..end])
}

/// A text without header fields of mails, and the subject that one of them says.
#[derive(Debug, PartialEq, Eq)]
pub struct Own {
    /// The text; header fields are empty lines.
    pub text: String,
    /// The number of the line with the first subject, counted from 1, and what it says.
    pub subject: Option<(u64, String)>,
}

/// The text with the header fields of mails that it forwards or answers made empty: blocks of lines `Name: text`, one of
/// them the sender's, a subject alone above the text, and the lines that announce or introduce a mail.
pub fn without_headers(text: &str) -> Own {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    let mut subject = None;
    let mut above_text = true;
    for block in lines.chunk_by(|one, other| one.trim().is_empty() == other.trim().is_empty()) {
        let is_field = |line: &&&str| {
            let line = unquoted(line);
            let short = |name: &str| name.split(' ').count() <= 2 && !name.contains(['/', ',']);
            is_announcement(line) || field(line).is_some_and(|(name, _)| short(name))
        };
        let fields = block.iter().take_while(is_field).count();
        let (head, rest) = block.split_at(fields);
        let of_mail = fields > 1 && is_head(head) || above_text && is_subject_alone(block);
        for line in head {
            let number = kept.len() as u64 + 1;
            let said = of_subject(line).filter(|_| of_mail && subject.is_none());
            subject = subject.or_else(|| said.map(|said| (number, said.to_owned())));
            kept.push(match of_mail {
                true => "",
                false => without_introduction(line),
            });
        }
        kept.extend(rest.iter().map(|line| without_introduction(line)));
        let own = kept.iter().rev().take(block.len());
        above_text = above_text && own.into_iter().all(|line| line.trim().is_empty());
    }
    let text = kept.join("\n");
    Own { text, subject }
}

/// Whether lines are the subject of a mail, pasted without the other fields: “Тема: Марш 17 января” and an empty line.
fn is_subject_alone(block: &[&str]) -> bool {
    let fields = block.iter().filter(|line| !is_announcement(unquoted(line)));
    let mut subjects = fields.map(|line| of_subject(line));
    matches!((subjects.next(), subjects.next()), (Some(Some(said)), None) if !said.is_empty())
}

/// A line without the marks of a quotation.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '*'])
}

/// The name of a header field and what it says.
fn field(line: &str) -> Option<(&str, &str)> {
    let (name, said) = line.split_once([':', '：'])?;
    Some((name.trim_matches(['*', ' ']), said.trim_matches(['*', ' '])))
}

/// “-----Original Message-----”, “Begin forwarded message:”, “Reenviado”.
fn is_announcement(line: &str) -> bool {
    let said = line.trim().trim_end_matches([':', '：', '*', '_']);
    line.starts_with("---")
        || Header::Forwarded.is(said)
        || field(line).is_some_and(|(name, _)| Header::Forwarded.is(name))
}

/// Whether fields are those of a mail: a sender with an address, or a sender beside what only mails have.
fn is_head(head: &[&str]) -> bool {
    let fields = || head.iter().filter_map(|line| field(unquoted(line)));
    let has = |header: Header| fields().any(|(name, _)| header.is(name));
    let addressed = |(name, said): (&str, &str)| Header::Sender.is(name) && said.contains('@');
    fields().any(addressed) || has(Header::Sender) && (has(Header::Sent) || has(Header::Subject))
}

/// What a field says that is a subject.
fn of_subject(line: &str) -> Option<&str> {
    let (name, said) = field(unquoted(line))?;
    Header::Subject.is(name).then(|| without_reply(said))
}

/// What a line says behind “Subject:”, in the languages of mail programs, and behind “Re:” and “Fwd:”; of other lines all.
pub fn subject(line: &str) -> &str {
    of_subject(line).unwrap_or(line)
}

/// Whether a line says that what follows was sent on: “Videresendt fra fagforeningen”.
pub fn is_sent_on(line: &str) -> bool {
    let words = unquoted(line).split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(3);
    let mut said = String::new();
    words.into_iter().any(|word| {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
        Header::Forwarded.is(&said)
    })
}

/// A subject without the marks of answers and of mails that are sent on.
pub fn without_reply(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((mark, behind)) = rest.split_once([':', '：'])
        && Header::Reply.is(mark)
    {
        rest = behind.trim();
    }
    rest
}

/// Whether a text names a day.
pub fn is_dated(text: &str) -> bool {
    let tokens = tokens(text.get(..300).unwrap_or(text));
    (0..tokens.len()).any(|at| date_at(&tokens, at).is_some())
}

/// A line, unless it introduces what it answers: “On 2 Nov 2023, at 10:15, Eva <eva@a.example> wrote:”.
fn without_introduction(line: &str) -> &str {
    if is_introduction(line) { "" } else { line }
}

/// Whether a line introduces what a mail answers or forwards.
pub fn is_introduction(line: &str) -> bool {
    let line = unquoted(line).trim_end();
    if Header::Forwarded.is(line.trim_end_matches([':', '：', '*', '_'])) {
        return true;
    }
    let Some(said) = line.strip_suffix([':', '：']) else {
        return false;
    };
    let folded = fold(said);
    let by_word = || {
        Header::Wrote
            .words()
            .iter()
            .any(|word| folded.contains(word.as_str()))
    };
    is_dated(said) && (said.contains('@') || by_word())
}

/// Lines that end in a space go on in the next (RFC 3676, section 4.2).
pub fn unflowed(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines() {
        joined.push_str(line);
        if !line.ends_with(' ') {
            joined.push('\n');
        }
    }
    joined
}

#[cfg(test)]
mod tests;
