//! What may stand after `cargo xtask bench`.

use anyhow::Result;

use crate::chore;
use crate::setup::Browser;

/// What is measured, and what is done with it.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// How many events each calendar has.
    pub events: Vec<usize>,
    /// Where.
    pub browsers: Vec<Browser>,
    /// Fewer rounds.
    pub quick: bool,
    /// Only the core and its peers, not the page.
    pub core: bool,
    /// Only the page.
    pub page: bool,
    /// Takes `dist/` as it is.
    pub built: bool,
    /// Prints everything measured instead of a table.
    pub json: bool,
    /// Notes the table in the docs.
    pub write: bool,
}

impl Options {
    /// From the words.
    ///
    /// # Errors
    /// A word is not known.
    pub fn read(mut words: chore::Options) -> Result<Self> {
        let sizes = |list: &str| Ok(list.split(',').map(str::parse).collect::<Result<_, _>>()?);
        let options = Self {
            events: words
                .value("--events", sizes)?
                .unwrap_or_else(|| vec![1_000, 10_000, 20_000, 100_000, 1_000_000]),
            browsers: words
                .value("--browsers", Browser::list)?
                .unwrap_or_else(|| vec![Browser::Chromium]),
            quick: words.has("--quick"),
            core: words.has("--core"),
            page: words.has("--page"),
            built: words.has("--built"),
            json: words.has("--json"),
            write: words.has("--write"),
        };
        words.end()?;
        Ok(options)
    }

    /// The same for the one who measures.
    pub fn words(&self) -> Vec<String> {
        let events: Vec<_> = self.events.iter().map(usize::to_string).collect();
        let browsers: Vec<_> = self.browsers.iter().map(|browser| browser.name()).collect();
        let mut words = vec![events.join(","), browsers.join(",")];
        words.extend(self.quick.then(|| "quick".to_owned()));
        words.extend(self.core.then(|| "core".to_owned()));
        words.extend(self.page.then(|| "page".to_owned()));
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_or_refused() {
        let read = |words: &str| {
            Options::read(chore::Options::new(
                words.split_whitespace().map(Into::into).collect(),
            ))
        };
        let options = read("--events 1000,5 --quick --browsers firefox").unwrap();
        assert_eq!(options.words(), ["1000,5", "firefox", "quick"]);
        assert_eq!(read("").unwrap().events.len(), 5);
        for wrong in ["--events", "--events many", "--browsers netscape", "--fast"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
