//! What is in an HTML page for us: scripts of a type, and the plain text of markup.

/// The contents of all `<script type="…">` of a type, each with the line where it begins.
pub fn scripts<'a>(page: &'a str, kind: &str) -> Vec<(u64, &'a str)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut line = 1;
    while let Some(start) = find(page, at, "<script") {
        let Some(open) = page[start..].find('>').map(|end| start + end + 1) else {
            break;
        };
        let end = find(page, open, "</script").unwrap_or(page.len());
        line += lines(&page[at..open]);
        if page[start..open].to_ascii_lowercase().contains(kind) {
            found.push((line, &page[open..end]));
        }
        line += lines(&page[open..end]);
        at = end;
    }
    found
}

fn lines(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

/// Finds a text of small letters, whatever the capitals.
fn find(text: &str, from: usize, wanted: &str) -> Option<usize> {
    let (bytes, wanted) = (text.as_bytes(), wanted.as_bytes());
    let mut at = from;
    loop {
        at += bytes
            .get(at..)?
            .iter()
            .position(|byte| *byte == wanted[0])?;
        if bytes
            .get(at..at + wanted.len())?
            .eq_ignore_ascii_case(wanted)
        {
            return Some(at);
        }
        at += 1;
    }
}

/// A text that holds markup, without it; any other as it is.
pub fn plain_if_markup(text: &str) -> String {
    const MARKUP: [&str; 9] = [
        "<p", "<br", "<div", "<a ", "</", "<span", "<li", "<b>", "<strong",
    ];
    match MARKUP.iter().any(|tag| find(text, 0, tag).is_some()) {
        true => plain(text),
        false => text.to_owned(),
    }
}

/// The text of markup: a line for each block, addresses of links behind what they are called.
pub fn plain(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    let mut links: Vec<String> = Vec::new();
    while let Some(at) = rest.find('<') {
        text.push_str(&entities(&rest[..at]));
        let tag = &rest[at..];
        if let Some(after) = tag.strip_prefix("<!--") {
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        let named =
            tag[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/');
        let Some(end) = tag.find('>').filter(|_| named) else {
            text.push('<');
            rest = &tag[1..];
            continue;
        };
        let inner = &tag[1..end];
        rest = &tag[end + 1..];
        let name: String = inner
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        match name.to_ascii_lowercase().as_str() {
            "script" | "style" if !inner.starts_with('/') => {
                let close = format!("</{}", name.to_ascii_lowercase());
                rest = find(rest, 0, &close).map_or("", |end| &rest[end..]);
            }
            "a" if inner.starts_with('/') => {
                if let Some(link) = links
                    .pop()
                    .filter(|link| !text.trim_end().ends_with(link.as_str()))
                {
                    text.push(' ');
                    text.push_str(&link);
                }
            }
            "a" => links.push(
                attribute(inner, "href")
                    .filter(|link| link.starts_with("http"))
                    .unwrap_or_default(),
            ),
            "p" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "section"
            | "article" | "blockquote" => {
                text.push_str("\n\n");
            }
            "br" | "div" | "li" | "tr" | "dt" | "dd" | "header" | "footer" | "hr" => {
                text.push('\n')
            }
            "td" | "th" => text.push(' '),
            _ => {}
        }
    }
    text.push_str(&entities(rest));
    tidy(&text)
}

/// The value of an attribute of a tag.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = find(tag, 0, name)?;
    let value = tag[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split([' ', '>']).next()?,
    };
    Some(entities(value).trim().to_owned())
}

/// No spaces at the ends of lines, and no more than one empty line together.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        let line = line.trim();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty <= 1 {
            tidy.push_str(line);
            tidy.push('\n');
        }
    }
    tidy.trim().to_owned()
}

/// Character references: the named ones of XML and the commonest of HTML, and numbers.
pub fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest[1..]
            .split(';')
            .next()
            .filter(|name| name.len() <= 10 && name.len() + 1 < rest.len());
        let letter = name.and_then(|name| match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some(' '),
            "ndash" => Some('–'),
            "mdash" => Some('—'),
            "hellip" => Some('…'),
            "rsquo" => Some('’'),
            "lsquo" => Some('‘'),
            "ldquo" => Some('“'),
            "rdquo" => Some('”'),
            "eacute" => Some('é'),
            "egrave" => Some('è'),
            "agrave" => Some('à'),
            "ccedil" => Some('ç'),
            "ntilde" => Some('ñ'),
            "auml" => Some('ä'),
            "ouml" => Some('ö'),
            "uuml" => Some('ü'),
            "szlig" => Some('ß'),
            number => {
                let number = number.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?).filter(|letter| !letter.is_control())
            }
        });
        match (letter, name) {
            (Some(letter), Some(name)) => {
                out.push(letter);
                rest = &rest[name.len() + 2..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(
            plain(
                "<p>Join us in the <b>park</b> &amp; bring <a href=\"https://a.example/x\">friends</a>.</p><p>Now"
            ),
            "Join us in the park & bring friends https://a.example/x.\n\nNow"
        );
        assert_eq!(
            plain("a < b <!-- c --> d<script>x<y</script>e<br>f"),
            "a < b  de\nf"
        );
        assert_eq!(plain_if_markup("1 < 2 & 3 > 2"), "1 < 2 & 3 > 2");
        assert_eq!(
            entities("&#39;&eacute;&#x1F600;&unknown;& &"),
            "'é😀&unknown;& &"
        );
    }

    #[test]
    fn scripts_are_found() {
        let page = "<html>\n<SCRIPT>a</SCRIPT>\n<script type='application/ld+json'>{}\n</script>\n<script type=\"application/ld+json\">[]";
        assert_eq!(scripts(page, "ld+json"), [(3, "{}\n"), (5, "[]")]);
    }
}
