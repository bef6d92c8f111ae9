//! The style sheet and the script of the first list, in the page itself: it is painted without another answer of the host.

use anyhow::{Result, ensure};

use super::content::integrity;

/// A file that goes into the page, in place of the element that names it.
pub struct Inline {
    /// The element as it is in `index.html`.
    pub element: &'static str,
    /// `style` or `script`: the element it becomes, and the directive of the policy that allows it.
    pub kind: &'static str,
}

impl Inline {
    /// The page with the file's text in it, and a policy that allows this text alone, by its hash
    /// (W3C “Content Security Policy Level 3”, section 2.3.1).
    ///
    /// # Errors
    /// The page does not name the file or has no policy to extend, or the text would end its own element.
    pub fn put(&self, page: &str, text: &str) -> Result<String> {
        let Self { element, kind } = self;
        ensure!(page.contains(element), "index.html does not have {element}");
        ensure!(
            !text.to_ascii_lowercase().contains(&format!("</{kind}")),
            "the text for {element} has an end tag in it"
        );
        let directive = format!("{kind}-src 'self' http:");
        ensure!(
            page.contains(&directive),
            "the policy in index.html does not have {directive}"
        );
        let hash = integrity(text.as_bytes());
        Ok(page
            .replacen(&directive, &format!("{directive} '{hash}'"), 1)
            .replacen(element, &format!("<{kind}>{text}</{kind}>"), 1))
    }
}
