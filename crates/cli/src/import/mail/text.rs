//! The text of a mail without what is not its own: signatures, header fields of other mails, line breaks of a narrow window.

/// The text before the line that begins a signature (RFC 3676, section 4.3).
pub fn without_signature(text: &str) -> &str {
    let ends = ["\n-- \n", "\n-- \r\n"].map(|mark| text.rfind(mark));
    let end = ends.into_iter().flatten().max();
    end.map_or(text, |end| &text[..end])
}

/// The text with the header fields of mails that it forwards or answers made empty: blocks of lines `Name: text` with an
/// address of mail among them, and the line that announces one.
pub fn without_headers(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
    for block in lines.chunk_by(|one, other| one.trim().is_empty() == other.trim().is_empty()) {
        let is_field = |line: &&&str| {
            let line = line.trim_start_matches(['>', ' ', '*']);
            let name = line.split_once(':').map(|(name, _)| name.trim());
            let short = |name: &str| name.split(' ').count() <= 2 && !name.contains(['/', ',']);
            line.starts_with("---") || name.is_some_and(short)
        };
        let fields = block.iter().take_while(is_field).count();
        let head = &block[..fields];
        let is_head = fields > 1 && head.iter().any(|line| is_sender(line));
        kept.extend(
            block
                .iter()
                .enumerate()
                .map(|(at, line)| match is_head && at < fields {
                    true => "",
                    false => line,
                }),
        );
    }
    kept.join("\n")
}

/// Whether a line is the field of a mail's sender.
fn is_sender(line: &str) -> bool {
    const NAMES: [&str; 24] = [
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
    ];
    let line = line.trim_start_matches(['>', ' ', '*']);
    let Some((name, sender)) = line.split_once([':', '：']) else {
        return false;
    };
    let name = name.trim_matches(['*', ' ']).to_lowercase();
    NAMES.contains(&name.as_str()) && sender.contains('@')
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
mod tests {
    use super::*;

    #[test]
    fn fields_of_a_forwarded_mail_are_left_out() {
        let text = "Hi\n\n---------- Forwarded message ---------\nDe : Eva <eva@a.example>\nDate: jeu. 2 nov.\n\nBrest : 14h\nRennes : 15h, eva@a.example";
        let left = without_headers(text);
        assert_eq!(
            left,
            "Hi\n\n\n\n\n\nBrest : 14h\nRennes : 15h, eva@a.example"
        );
    }

    #[test]
    fn lines_that_flow_are_joined() {
        assert_eq!(
            unflowed("Leeds: 2 pm, \nCity Square\nYork"),
            "Leeds: 2 pm, City Square\nYork\n"
        );
        assert_eq!(without_signature("A\n-- \nEva, 0171 5550199"), "A");
    }
}
