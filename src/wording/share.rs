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
    }
}
