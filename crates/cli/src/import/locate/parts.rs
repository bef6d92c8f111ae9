//! A place in one text, taken apart: between commas and dashes, postal codes aside.

use super::regions;

/// The parts of a place without postal codes, and each as it stands.
pub(super) fn parts(text: &str) -> (Vec<String>, Vec<String>) {
    let text = text.replace([';', '\n', '|', '،', '，', '、', '·'], ",");
    let text = [" - ", " – ", " — ", "- "]
        .into_iter()
        .fold(text, |text, dash| text.replace(dash, ","));
    let (mut names, mut written) = (Vec::new(), Vec::new());
    for part in text.split(',') {
        let part = part.trim().trim_end_matches('.').trim();
        let words: Vec<&str> = part.split_whitespace().collect();
        if words.is_empty() {
            continue;
        }
        // “75011 Paris”, “Austin TX 78701”.
        let code = |word: &&&str| {
            word.len() >= 4
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'-')
        };
        let from = usize::from(words.len() > 1 && words.first().filter(code).is_some());
        let mut to = words.len() - usize::from(words.last().filter(code).is_some());
        if from >= to {
            continue;
        }
        let state = words
            .get(to - 1)
            .filter(|word| to - from > 1 && word.len() <= 3 && !regions::states(word).is_empty());
        if state.is_some() {
            to -= 1;
        }
        names.push(words[from..to].join(" "));
        written.push(match state {
            Some(_) => words[..to].join(" "),
            None => part.to_owned(),
        });
        if let Some(state) = state {
            names.push((*state).to_owned());
            written.push((*state).to_owned());
        }
    }
    (names, written)
}
