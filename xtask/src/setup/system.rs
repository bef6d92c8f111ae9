//! The browsers and their drivers, and a C++ compiler, from the system's package manager.

use anyhow::{Result, bail};

use crate::project;

/// An engine the browser tests run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// Programs and the Debian packages that have them, by the engine they are for; `None`: libFuzzer's compiler, and a screen
/// for WebKit, which has no headless mode, started by every run of the tests.
const NEEDS: [(&str, &str, Option<Browser>); 6] = [
    ("chromium", "chromium", Some(Browser::Chromium)),
    ("chromedriver", "chromium-driver", Some(Browser::Chromium)),
    ("firefox-esr", "firefox-esr", Some(Browser::Firefox)),
    (
        "WebKitWebDriver",
        "webkit2gtk-driver",
        Some(Browser::WebKit),
    ),
    ("Xvfb", "xvfb", None),
    ("c++", "g++", None),
];

impl Browser {
    /// Every engine.
    pub const ALL: [Browser; 3] = [Browser::Chromium, Browser::Firefox, Browser::WebKit];

    /// As written in options.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }

    /// The engines in `chromium,firefox`.
    ///
    /// # Errors
    /// One is not known.
    pub fn list(names: &str) -> Result<Vec<Browser>> {
        let named = |name: &str| {
            let found = Self::ALL.into_iter().find(|browser| browser.name() == name);
            found.ok_or_else(|| anyhow::anyhow!("no browser `{name}`: chromium, firefox, webkit"))
        };
        names.split(',').map(named).collect()
    }
}

/// Installs what is missing for these engines: as root with apt-get; for everybody else the error is the command to run.
///
/// # Errors
/// Something is missing and cannot be installed from here.
pub fn install(browsers: &[Browser]) -> Result<()> {
    let packages = missing(browsers, on_path);
    if packages.is_empty() {
        return Ok(());
    }
    let packages = packages.join(" ");
    let user = project::output(project::command("id").arg("-u"));
    if !on_path("apt-get") {
        bail!("programs are missing; Debian's packages of them are: {packages}");
    }
    if user.is_none_or(|user| user.trim() != "0") {
        bail!(
            "programs are missing. Run\n\n    sudo apt-get update && sudo apt-get install {packages}\n\nand then this again"
        );
    }
    project::say(&format!("apt-get install {packages}"));
    for words in ["update -q".to_owned(), format!("install -q -y {packages}")] {
        let mut apt = project::command("apt-get");
        apt.args(words.split(' '))
            .env("DEBIAN_FRONTEND", "noninteractive");
        project::run(&mut apt)?;
    }
    match missing(browsers, on_path) {
        still if still.is_empty() => Ok(()),
        still => bail!(
            "still not on PATH after apt-get: programs of {}",
            still.join(", ")
        ),
    }
}

/// The packages of what is needed and not there.
fn missing(browsers: &[Browser], there: impl Fn(&str) -> bool) -> Vec<&'static str> {
    NEEDS
        .iter()
        .filter(|(program, _, engine)| {
            engine.is_none_or(|engine| browsers.contains(&engine)) && !there(program)
        })
        .map(|(_, package, _)| *package)
        .collect()
}

/// Whether a program is in a folder of `PATH`.
fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_installed() {
        let all = [
            "chromium",
            "chromium-driver",
            "firefox-esr",
            "webkit2gtk-driver",
            "xvfb",
            "g++",
        ];
        for (browsers, there, expected) in [
            (&Browser::ALL[..], &[][..], &all[..]),
            (
                &[Browser::Chromium],
                &["chromium"],
                &["chromium-driver", "xvfb", "g++"],
            ),
            (&[Browser::Firefox], &["firefox-esr", "Xvfb", "c++"], &[]),
        ] {
            assert_eq!(missing(browsers, |name| there.contains(&name)), expected);
        }
    }

    #[test]
    fn engines_go_by_their_names() {
        assert_eq!(
            Browser::list("chromium,firefox,webkit").unwrap(),
            Browser::ALL
        );
        assert!(Browser::list("netscape").is_err());
        assert!(Browser::list("").is_err());
    }
}
