//! What a chore is: a name, a line of help, and what it does.

use std::fmt::Write as _;
use std::process::ExitCode;

/// One chore of the project.
pub struct Chore {
    /// As typed after `cargo xtask`.
    pub name: &'static str,
    /// One line for the list of chores, options included.
    pub about: &'static str,
    /// The work; gets the words after the name.
    pub work: fn(Options) -> anyhow::Result<()>,
}

/// The list of chores, a line each.
pub fn list(chores: &[Chore]) -> String {
    let mut text = String::from("cargo xtask CHORE\n\n");
    for chore in chores {
        let _ = writeln!(text, "  {:<10} {}", chore.name, chore.about);
    }
    text
}

/// Does the chore; what went wrong is printed with its causes, and the exit status is 1.
pub fn run(chore: &Chore, options: Options) -> ExitCode {
    match (chore.work)(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ncargo xtask {} stopped: {error:#}", chore.name);
            ExitCode::FAILURE
        }
    }
}

/// The words after a chore's name.
pub struct Options(pico_args::Arguments);

impl Options {
    /// From the words.
    pub fn new(words: Vec<std::ffi::OsString>) -> Self {
        Self(pico_args::Arguments::from_vec(words))
    }

    /// Whether a flag such as `--built` is there.
    pub fn has(&mut self, flag: &'static str) -> bool {
        self.0.contains(flag)
    }

    /// What follows a word such as `--port`, read; `None` without the word.
    ///
    /// # Errors
    /// Nothing follows, or it cannot be read.
    pub fn value<T>(
        &mut self,
        name: &'static str,
        read: fn(&str) -> anyhow::Result<T>,
    ) -> anyhow::Result<Option<T>> {
        let text: Option<String> = self.0.opt_value_from_str(name)?;
        let value = text.map(|text| read(&text)).transpose();
        value.map_err(|error| error.context(name))
    }

    /// The words no one has read.
    pub fn rest(self) -> Vec<std::ffi::OsString> {
        self.0.finish()
    }

    /// Refuses what no one has read.
    ///
    /// # Errors
    /// Names the first such word.
    pub fn end(self) -> anyhow::Result<()> {
        match self.rest().first() {
            Some(word) => anyhow::bail!("it takes no `{}` here", word.to_string_lossy()),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_every_chore() {
        let names: Vec<_> = crate::CHORES.iter().map(|chore| chore.name).collect();
        let text = list(crate::CHORES);
        for name in &names {
            assert!(text.contains(&format!("  {name} ")), "{name}");
        }
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len(), "a name twice: {names:?}");
    }

    #[test]
    fn options_are_read_or_refused() {
        let options =
            |words: &str| Options::new(words.split_whitespace().map(Into::into).collect());
        let mut all = options("--port 9000 --built");
        assert_eq!(
            all.value("--port", |port| Ok(port.parse::<u16>()?))
                .unwrap(),
            Some(9000)
        );
        assert!(all.has("--built"));
        all.end().unwrap();
        assert!(options("--fast").end().is_err());
        for wrong in ["--port", "--port many"] {
            let port = options(wrong).value("--port", |port| Ok(port.parse::<u16>()?));
            assert!(port.is_err(), "{wrong}");
        }
    }
}
