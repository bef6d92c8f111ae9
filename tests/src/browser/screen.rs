//! A virtual X screen for the engine that has no headless mode.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// A running Xvfb, ended when dropped.
pub(super) struct Screen {
    process: Child,
    display: String,
}

impl Screen {
    /// Starts Xvfb on a display number of its own choice.
    ///
    /// # Errors
    /// When Xvfb is missing or finds no display.
    pub(super) fn start() -> Result<Screen> {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            // By default it starts over, and drops newcomers, whenever its last window closes.
            .args(["-nolisten", "tcp", "-noreset"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start: run `cargo xtask test`, which sets everything up")?;
        let mut number = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        if number.trim().is_empty() {
            bail!("Xvfb found no display");
        }
        let display = format!(":{}", number.trim());
        Ok(Screen { process, display })
    }

    /// The display, as in `DISPLAY`.
    pub(super) fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
