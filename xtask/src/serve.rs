//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context as _, Result, bail};

use crate::chore::Chore;
use crate::{build, project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "serve",
    about: "show the page on this machine, built again on every change; --port N (8080)",
    work,
};

/// The port taken when none is asked for.
const PORT: u16 = 8080;

fn work(options: &[String]) -> Result<()> {
    let port = match asked(options)? {
        Some(port) => port,
        None => (PORT..PORT + 20)
            .find(|port| is_free(*port))
            .context("ports 8080 to 8099 are all taken; choose one with --port")?,
    };
    let tools = setup::page()?;
    project::say(&format!(
        "Marchmap will be at http://127.0.0.1:{port}/ once it is built; Ctrl+C ends it"
    ));
    let mut trunk = build::trunk(&tools)?;
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .arg("--dist")
        .arg(project::target_folder().join("serve"));
    project::become_command(&mut trunk)
}

/// The port in `--port N`.
fn asked(options: &[String]) -> Result<Option<u16>> {
    match options {
        [] => Ok(None),
        [option, port] if option == "--port" => {
            let port = port
                .parse()
                .with_context(|| format!("`{port}` is no port"))?;
            Ok(Some(port))
        }
        _ => bail!("it takes only --port N"),
    }
}

/// Whether nothing listens on the port yet.
fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_may_be_asked_for() {
        let asked = |words: &[&str]| {
            asked(
                &words
                    .iter()
                    .map(|word| (*word).to_owned())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(asked(&[]).unwrap(), None);
        assert_eq!(asked(&["--port", "9000"]).unwrap(), Some(9000));
        for wrong in [
            &["--port"][..],
            &["--port", "many"],
            &["--port", "70000"],
            &["--open"],
        ] {
            assert!(asked(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn a_port_in_use_is_not_free() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(!is_free(port));
    }
}
