//! What may stand after `cargo xtask bench`.

use anyhow::{Context as _, Result, bail};

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
    pub fn read(words: &[String]) -> Result<Self> {
        let mut options = Self {
            events: vec![1_000, 10_000, 100_000, 1_000_000],
            browsers: vec![Browser::Chromium],
            quick: false,
            core: false,
            page: false,
            built: false,
            json: false,
            write: false,
        };
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            let mut list = || words.next().with_context(|| format!("{word} what?"));
            match word {
                "--quick" => options.quick = true,
                "--core" => options.core = true,
                "--page" => options.page = true,
                "--built" => options.built = true,
                "--json" => options.json = true,
                "--write" => options.write = true,
                "--events" => {
                    let numbers = list()?.split(',').map(str::parse);
                    options.events = numbers.collect::<Result<_, _>>()?;
                }
                "--browsers" => {
                    let named = |name: &str| {
                        Browser::named(name).with_context(|| format!("no browser `{name}`"))
                    };
                    options.browsers = list()?.split(',').map(named).collect::<Result<_>>()?;
                }
                _ => bail!("it takes no option `{word}`"),
            }
        }
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

    fn read(words: &str) -> Result<Options> {
        let words: Vec<_> = words.split_whitespace().map(str::to_owned).collect();
        Options::read(&words)
    }

    #[test]
    fn words_are_understood_or_refused() {
        let options = read("--events 1000,5 --quick --browsers firefox").unwrap();
        assert_eq!(options.words(), ["1000,5", "firefox", "quick"]);
        assert_eq!(read("").unwrap().events.len(), 4);
        for wrong in ["--events", "--events many", "--browsers netscape", "--fast"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
