//! The outcome of saving or sharing, in words.

use super::Language;

/// What came of saving or sharing.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// A file was handed to the browser.
    Saved {
        /// How many events are in it.
        events: usize,
        /// How many are not, because they have no date.
        undated: usize,
        /// Whether a frame around the page may have kept it from being saved.
        doubtful: bool,
    },
    /// The browser takes no file from the page.
    NotSaved,
    /// The link is in the clipboard.
    Copied,
    /// The visitor has to copy this link.
    CopyLink(String),
    /// The list as a text is in the clipboard.
    TextCopied,
    /// The visitor has to copy this text.
    CopyText(String),
}

/// The outcome as a sentence.
pub fn sentence(outcome: &Outcome, language: &Language) -> String {
    match outcome {
        Outcome::Saved {
            events,
            undated,
            doubtful,
        } => {
            let saved = language.count("share.saved", *events, &[]);
            let left = (*undated > 0).then(|| language.count("share.undated", *undated, &[]));
            let doubt = doubtful.then(|| language.text("share.maybe_not_saved", &[]));
            let parts: Vec<String> = [Some(saved), left, doubt].into_iter().flatten().collect();
            parts.join(" ")
        }
        Outcome::NotSaved => language.text("share.not_saved", &[]),
        Outcome::Copied => language.text("share.copied", &[]),
        Outcome::CopyLink(_) => language.text("share.copy_link", &[]),
        Outcome::TextCopied => language.text("share.text_copied", &[]),
        Outcome::CopyText(_) => language.text("share.copy_this_text", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::samples::english;

    #[test]
    fn an_outcome_says_what_is_not_in_the_file() {
        let check = |events, undated, doubtful, expected: &str| {
            let outcome = Outcome::Saved {
                events,
                undated,
                doubtful,
            };
            assert_eq!(sentence(&outcome, &english("en")), expected);
        };
        check(1, 0, false, "1 event saved.");
        check(
            3,
            1,
            false,
            "3 events saved. 1 event has no date and is not in the file.",
        );
        check(
            2,
            0,
            true,
            "2 events saved. If no file was saved, open this page in a window of its own.",
        );
    }
}
