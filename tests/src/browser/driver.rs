//! The process of a WebDriver server.

use std::cell::Cell;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::wait;

/// A driver's process and its folder, gone when dropped.
pub(super) struct Driver {
    process: Child,
    home: tempfile::TempDir,
    /// How much of the log has been looked at.
    read: Cell<usize>,
}

impl Driver {
    /// Starts the program and waits until it answers on `port`.
    pub(super) fn start(
        mut command: Command,
        port: u16,
        home: tempfile::TempDir,
    ) -> Result<Driver> {
        let log = std::fs::File::create(log_path(&home))?;
        command.stdin(Stdio::null());
        command.stdout(log.try_clone()?).stderr(log);
        let program = command.get_program().to_string_lossy().into_owned();
        let process = command.spawn().with_context(|| {
            format!("{program} does not start: run `cargo xtask test`, which sets everything up")
        })?;
        let mut driver = Driver {
            process,
            home,
            read: Cell::new(0),
        };
        wait::until(&format!("{program} to answer"), || {
            if let Some(status) = driver.process.try_wait()? {
                bail!("{program} ended with {status}\n{}", driver.log());
            }
            Ok(if crate::webdriver::answers(port) {
                Ok(())
            } else {
                Err("no answer")
            })
        })?;
        Ok(driver)
    }

    /// What it and its browser have printed.
    pub(super) fn log(&self) -> String {
        let log = std::fs::read(log_path(&self.home)).unwrap_or_default();
        String::from_utf8_lossy(&log).into_owned()
    }

    /// What has been printed since the last call.
    pub(super) fn news(&self) -> String {
        let log = self.log();
        let news = log.get(self.read.get()..).unwrap_or_default().to_owned();
        self.read.set(log.len());
        news
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good as ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn log_path(home: &tempfile::TempDir) -> PathBuf {
    home.path().join("driver.log")
}

/// A port nobody listens on.
pub(super) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
