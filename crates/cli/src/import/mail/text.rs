//! The text of a mail, or of one that was pasted, without what is not its own: signatures, header fields of other mails, line breaks of a narrow window.

use crate::import::table::shape::says_hour;
use crate::import::when::date::date_at;
use crate::import::when::tokens::tokens;

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

/// The text with the header fields of mails that it forwards or answers made empty: blocks of lines `Name: text`, one of
/// them the sender's, and the lines that announce or introduce one. A subject that names a day stays, without its name.
pub fn without_headers(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    for block in lines.chunk_by(|one, other| one.trim().is_empty() == other.trim().is_empty()) {
        let is_field = |line: &&&str| {
            let line = unquoted(line);
            let short = |name: &str| name.split(' ').count() <= 2 && !name.contains(['/', ',']);
            is_announcement(line) || field(line).is_some_and(|(name, _)| short(name))
        };
        let fields = block.iter().take_while(is_field).count();
        let (head, rest) = block.split_at(fields);
        let of_mail = fields > 1 && is_head(head);
        kept.extend(head.iter().map(|line| match of_mail {
            true => of_subject(line),
            false => without_introduction(line),
        }));
        kept.extend(rest.iter().map(|line| without_introduction(line)));
    }
    kept.join("\n")
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

/// “-----Original Message-----”, “Begin forwarded message:”.
fn is_announcement(line: &str) -> bool {
    line.starts_with("---") || field(line).is_some_and(|(name, _)| names_field(name, &FORWARDED))
}

/// Whether fields are those of a mail: a sender with an address, or a sender beside what only mails have.
fn is_head(head: &[&str]) -> bool {
    let fields = || head.iter().filter_map(|line| field(unquoted(line)));
    let has = |names: &[&str]| fields().any(|(name, _)| names_field(name, names));
    let addressed = |(name, said): (&str, &str)| names_field(name, &SENDER) && said.contains('@');
    fields().any(addressed) || has(&SENDER) && (has(&SENT) || has(&SUBJECT))
}

fn names_field(name: &str, names: &[&str]) -> bool {
    names.contains(&name.to_lowercase().as_str())
}

/// What a subject says, if a field is one and it names a day; the whole field if it names none; else nothing.
fn of_subject(line: &str) -> &str {
    match field(unquoted(line)) {
        Some((name, said)) if names_field(name, &SUBJECT) => match is_dated(said) {
            true => without_reply(said),
            false => unquoted(line),
        },
        _ => "",
    }
}

/// What a line says behind “Subject:”, in the languages of mail programs, and behind “Re:” and “Fwd:”; of other lines all.
pub fn subject(line: &str) -> &str {
    match field(unquoted(line)) {
        Some((name, said)) if names_field(name, &SUBJECT) => without_reply(said),
        _ => line,
    }
}

/// A subject without the marks of answers and of mails that are sent on.
pub fn without_reply(subject: &str) -> &str {
    const MARKS: [&str; 9] = ["re", "fwd", "fw", "aw", "wg", "tr", "sv", "rv", "i"];
    let mut rest = subject.trim();
    while let Some((mark, behind)) = rest.split_once(':')
        && names_field(mark.trim(), &MARKS)
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
    let Some(said) = unquoted(line).trim_end().strip_suffix([':', '：']) else {
        return false;
    };
    let folded = said.to_lowercase();
    let by_word = || WROTE.iter().any(|word| folded.contains(word));
    is_dated(said) && (said.contains('@') || by_word()) || names_field(said, &FORWARDED)
}

/// What programs call the sender of a mail.
const SENDER: [&str; 25] = [
    "from",
    "von",
    "de",
    "da",
    "van",
    "från",
    "fra",
    "od",
    "от",
    "від",
    "kimden",
    "gönderen",
    "expéditeur",
    "dari",
    "lähettäjä",
    "feladó",
    "de la",
    "από",
    "من",
    "מאת",
    "差出人",
    "发件人",
    "寄件者",
    "보낸 사람",
    "remitente",
];

/// What programs call the moment at which a mail was sent, where it is no word for the day of an event.
const SENT: [&str; 20] = [
    "sent",
    "gesendet",
    "envoyé",
    "enviado",
    "enviado el",
    "enviada em",
    "inviato",
    "verzonden",
    "skickat",
    "sendt",
    "lähetetty",
    "wysłano",
    "odesláno",
    "отправлено",
    "надіслано",
    "elküldve",
    "gönderildi",
    "送信日時",
    "发送时间",
    "보낸 날짜",
];

/// What programs call the subject of a mail.
const SUBJECT: [&str; 23] = [
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "ämne",
    "emne",
    "aihe",
    "temat",
    "předmět",
    "predmet",
    "тема",
    "tárgy",
    "subiect",
    "konu",
    "θέμα",
    "الموضوع",
    "נושא",
    "件名",
    "主题",
    "제목",
];

/// What programs write above a mail that is forwarded.
const FORWARDED: [&str; 6] = [
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "weitergeleitete nachricht",
    "début du message transféré",
    "inizio messaggio inoltrato",
    "inicio del mensaje reenviado",
];

/// What programs write of who wrote what is quoted.
const WROTE: [&str; 16] = [
    "wrote",
    "schrieb",
    "a écrit",
    "escribió",
    "escreveu",
    "ha scritto",
    "schreef",
    "skrev",
    "napisał",
    "napsal",
    "kirjoitti",
    "пишет",
    "написал",
    "написав",
    "yazdı",
    "写道",
];

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
