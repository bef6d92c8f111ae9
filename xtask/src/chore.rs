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
    pub work: fn(&[String]) -> anyhow::Result<()>,
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
pub fn run(chore: &Chore, options: &[String]) -> ExitCode {
    match (chore.work)(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ncargo xtask {} stopped: {error:#}", chore.name);
            ExitCode::FAILURE
        }
    }
}

/// Refuses options on a chore that takes none.
///
/// # Errors
/// Names the first option.
pub fn no_options(options: &[String]) -> anyhow::Result<()> {
    match options.first() {
        Some(option) => anyhow::bail!("it takes no option `{option}`"),
        None => Ok(()),
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
    fn an_option_nobody_reads_is_refused() {
        assert!(no_options(&[]).is_ok());
        assert!(no_options(&["--fast".into()]).is_err());
    }
}
