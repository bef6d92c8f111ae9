//! Where things lie in the project, and how its commands are run.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// A path inside the project.
pub fn path(inside: &str) -> PathBuf {
    root().join(inside)
}

/// Where cargo builds, and where the chores keep what they make on the way.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => path("target"),
    }
}

/// The text of one file of the project.
///
/// # Errors
/// Names the file.
pub fn read(inside: &str) -> Result<String> {
    std::fs::read_to_string(path(inside)).with_context(|| format!("cannot read {inside}"))
}

/// The cargo that runs this chore, so that a toolchain chosen with `+` holds for all it starts.
pub fn cargo() -> Command {
    command(cargo_path())
}

/// Its path.
pub fn cargo_path() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// A command that runs in the project's folder.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Says what is done, in one line, above what the commands print: after how many minutes and seconds, so that a run tells what
/// takes long.
pub fn say(line: &str) {
    static START: OnceLock<Instant> = OnceLock::new();
    let seconds = START.get_or_init(Instant::now).elapsed().as_secs();
    println!("• {}:{:02} {line}", seconds / 60, seconds % 60);
}

/// Runs a command to its end.
///
/// # Errors
/// The command could not be started, or failed.
pub fn run(command: &mut Command) -> Result<()> {
    let words = words(command);
    let status = command
        .status()
        .with_context(|| format!("`{words}` cannot be started"))?;
    if !status.success() {
        bail!("`{words}` failed ({status})");
    }
    Ok(())
}

/// Runs a command in the place of this process, where the system can: what ends the one ends the other.
///
/// # Errors
/// The command could not be started, or failed.
pub fn become_command(command: &mut Command) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let error = command.exec();
        bail!("`{}` cannot be started: {error}", words(command))
    }
    #[cfg(not(unix))]
    run(command)
}

/// What a command prints on standard output; `None` when it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as one would type it, its program without the folder.
fn words(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_command_is_told_as_it_would_be_typed() {
        let mut failing = cargo();
        failing.args(["no-such-chore-of-cargo", "--quiet"]);
        failing.stderr(std::process::Stdio::null());
        let error = run(&mut failing).unwrap_err().to_string();
        assert!(
            error.starts_with("`cargo no-such-chore-of-cargo --quiet` failed"),
            "{error}"
        );
        assert_eq!(output(&mut failing), None);
    }

    #[test]
    fn the_root_is_the_workspace() {
        assert!(read("Cargo.toml").unwrap().contains("[workspace]"));
    }
}
