//! `cargo xtask serve`: the page on this machine, built again whenever a file changes.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context as _, Result};

use crate::chore::{Chore, Options};
use crate::{build, project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "serve",
    about: "show the page on this machine, built again on every change; --port N (8080)",
    work,
};

/// The port taken when none is asked for.
const PORT: u16 = 8080;

fn work(mut options: Options) -> Result<()> {
    let asked = options.value("--port", |port| Ok(port.parse()?))?;
    options.end()?;
    let port = match asked {
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

/// Whether nothing listens on the port yet.
fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_is_not_free() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(!is_free(port));
    }
}
