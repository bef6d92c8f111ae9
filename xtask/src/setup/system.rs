//! The browsers and their drivers, from the system's package manager.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project;

/// An engine the stories run in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// One program that has to be there, and the Debian package that brings it.
struct Need {
    program: &'static str,
    package: &'static str,
}

/// A screen for the engine without a headless mode; every run of the stories starts one.
const SCREEN: Need = Need {
    program: "Xvfb",
    package: "xvfb",
};

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

    /// The engine of this name.
    pub fn named(name: &str) -> Option<Browser> {
        Self::ALL.into_iter().find(|browser| browser.name() == name)
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Browser::Chromium => &[
                Need {
                    program: "chromium",
                    package: "chromium",
                },
                Need {
                    program: "chromedriver",
                    package: "chromium-driver",
                },
            ],
            Browser::Firefox => &[Need {
                program: "firefox-esr",
                package: "firefox-esr",
            }],
            Browser::WebKit => &[Need {
                program: "WebKitWebDriver",
                package: "webkit2gtk-driver",
            }],
        }
    }
}

/// Installs what is missing for these engines.
///
/// # Errors
/// It cannot be installed from here: the message is the command to run.
pub fn install(browsers: &[Browser]) -> Result<()> {
    let needs = missing(browsers, on_path);
    if needs.is_empty() {
        return Ok(());
    }
    let absent = programs(&needs);
    let packages: Vec<_> = needs.iter().map(|need| need.package).collect();
    let list = packages.join(" ");
    let by_hand = format!("run this as root: apt-get update && apt-get install {list}");
    if !on_path("apt-get") {
        bail!("not on PATH: {absent}. Debian has them as {list}; there is no apt-get here");
    }
    let Some(become_root) = become_root() else {
        bail!("not on PATH: {absent}; {by_hand}");
    };
    project::say(&format!("apt-get install {list}"));
    for words in [vec!["update", "-q"], {
        let mut words = vec!["install", "-q", "-y"];
        words.extend(&packages);
        words
    }] {
        let mut apt = apt(become_root);
        apt.args(words);
        if let Err(error) = project::run(&mut apt) {
            bail!("{error}; {by_hand}");
        }
    }
    match missing(browsers, on_path) {
        still if still.is_empty() => Ok(()),
        still => bail!("still not on PATH after apt-get: {}", programs(&still)),
    }
}

/// What is needed and not there.
fn missing(browsers: &[Browser], there: impl Fn(&str) -> bool) -> Vec<&'static Need> {
    browsers
        .iter()
        .flat_map(|browser| browser.needs())
        .chain([&SCREEN])
        .filter(|need| !there(need.program))
        .collect()
}

/// The names of the programs, for a message.
fn programs(needs: &[&Need]) -> String {
    let names: Vec<_> = needs.iter().map(|need| need.program).collect();
    names.join(", ")
}

/// Whether a program is in a folder of `PATH`.
fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The words before a command that needs root; `None` when that takes a password.
fn become_root() -> Option<&'static [&'static str]> {
    let user = project::output(project::command("id").arg("-u"))?;
    if user.trim() == "0" {
        return Some(&["env"]);
    }
    project::output(project::command("sudo").args(["-n", "true"])).map(|_| {
        const SUDO: &[&str] = &["sudo", "-n", "env"];
        SUDO
    })
}

/// apt-get, asking nothing.
fn apt(become_root: &[&str]) -> Command {
    let mut words = become_root.iter().copied();
    let mut command = project::command(words.next().unwrap_or("env"));
    command
        .args(words)
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(browsers: &[Browser], there: &[&str], expected: &[&str]) {
        let missing = missing(browsers, |name| there.contains(&name));
        let packages: Vec<_> = missing.iter().map(|need| need.package).collect();
        assert_eq!(packages, expected);
    }

    #[test]
    fn only_what_is_missing_is_installed() {
        check(
            &Browser::ALL,
            &[],
            &[
                "chromium",
                "chromium-driver",
                "firefox-esr",
                "webkit2gtk-driver",
                "xvfb",
            ],
        );
        check(
            &[Browser::Chromium],
            &["chromium"],
            &["chromium-driver", "xvfb"],
        );
        check(&[Browser::Firefox], &["firefox-esr", "Xvfb"], &[]);
    }

    #[test]
    fn engines_go_by_their_names() {
        for browser in Browser::ALL {
            assert_eq!(Browser::named(browser.name()), Some(browser));
        }
        assert_eq!(Browser::named("opera"), None);
    }
}
