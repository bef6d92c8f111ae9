//! The text that is left of a line once dates, hours and labels are cut out.

use crate::when::filler::filler;
use crate::when::names::weekday_at;
use crate::when::tokens::tokens;
use crate::when::words::Purpose;

/// A text without marks at its edges that lost what they belonged to.
pub fn tidy(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text;
        text = text.trim_matches(|letter: char| {
            letter.is_whitespace()
                || [
                    '.', ':', '!', ',', ';', '-', '–', '—', '|', '/', '*', '~', '〜', '～', '،',
                    '【', '】', '［', '］', '·', '→', '➡', '➔',
                ]
                .contains(&letter)
                || is_pictogram(letter)
        });
        // “Queen's Park @ 5 pm”; at the beginning it is a name in social media.
        text = text.trim_end_matches('@').trim_end();
        let opened = text.matches(['(', '（']).count();
        let closed = text.matches([')', '）']).count();
        if opened > closed && text.ends_with(['(', '（']) {
            text = text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)].trim();
        }
        if closed > opened && text.starts_with([')', '）']) {
            text = text[text.chars().next().map_or(0, char::len_utf8)..].trim();
        } else if closed > opened && text.ends_with([')', '）']) {
            text = text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)].trim();
        }
        if text == before {
            return text;
        }
    }
}

/// Whether a sign is a pictogram that adorns a text, and none that strikes it out.
fn is_pictogram(sign: char) -> bool {
    const OFF: [char; 3] = ['❌', '🚫', '⛔'];
    matches!(sign, '\u{2600}'..='\u{26ff}' | '✊'..='✋' | '❤' | '❗' | '\u{200d}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}')
        && !OFF.contains(&sign)
}

/// Whether there is nothing in a text but words that stand around dates and hours.
pub fn says_nothing(text: &str) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        // “Tor” is a gate before it is a Thursday.
        let long = tokens[at]
            .word()
            .is_some_and(|word| word.chars().count() > 3);
        let weekday = || weekday_at(&tokens, at).filter(|_| long).map(|(_, to)| to);
        match filler(&tokens, at)
            .or_else(weekday)
            .or_else(|| Purpose::Zone.phrases().past(&tokens, at))
            .or_else(|| Purpose::Stage.phrases().past(&tokens, at))
            .or_else(|| Purpose::And.phrases().past(&tokens, at))
            .or_else(|| Purpose::Feast.phrases().past(&tokens, at))
        {
            Some(to) => at = to,
            None if tokens[at].word().is_none() && tokens[at].digits() == 0 => at += 1,
            None => return false,
        }
    }
    true
}

/// Whether a text that says nothing more names a stage of an event: “doors”, “(Treffpunkt)”.
pub fn is_stage(text: &str) -> bool {
    let tokens = tokens(text);
    Purpose::Stage.phrases().within(&tokens)
}

/// Whether a text that begins like no name says only until when, or for what: “selesai”, “bis Ende”.
pub fn is_loose_end(text: &str) -> bool {
    let tokens = tokens(text);
    let is_name = !text.chars().next().is_some_and(char::is_lowercase);
    let mut at = 0;
    while at < tokens.len() {
        let past = |purpose: Purpose| purpose.phrases().past(&tokens, at);
        match past(Purpose::End)
            .or_else(|| past(Purpose::Occasion))
            .or_else(|| past(Purpose::Stage))
        {
            Some(to) => at = to,
            None => return false,
        }
    }
    !is_name && at > 0
}

/// A line with its web addresses taken out, and those addresses.
pub fn without_links(line: &str) -> (String, Vec<String>) {
    let mut links = Vec::new();
    let words: Vec<String> = line
        .split(' ')
        .filter_map(|word| {
            let start = ["https://", "http://", "www."]
                .iter()
                .find_map(|scheme| word.find(scheme));
            let Some(start) = start else {
                return Some(word.to_owned());
            };
            let link = word[start..]
                .trim_end_matches(['.', ',', ')', ';', '>', ']', '"', '!', '،', '。', '”', '»']);
            links.push(match link.starts_with("www.") {
                true => format!("https://{link}"),
                false => link.to_owned(),
            });
            // “(details https://a.example)”: the parenthesis is the text's.
            let behind = &word[start + link.len()..];
            let rest = format!("{}{behind}", &word[..start]);
            (rest.contains(['(', ')'])).then_some(rest)
        })
        .collect();
    (words.join(" ").replace("()", ""), links)
}
