//! A request as it arrived (RFC 9112).

use std::io::{BufRead, Lines};

/// The folder the app is served from: never the root, as on a project's GitHub Pages.
pub const FOLDER: &str = "/some/folder/";

/// The head of a request. No test sends a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Such as `GET`.
    pub method: String,
    /// The path and query, such as `/some/folder/events.json`.
    pub target: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// Reads the next request of a connection; `None` when there is none.
    pub(super) fn read(lines: &mut Lines<impl BufRead>) -> Option<Request> {
        let first = lines.next()?.ok()?;
        let mut words = first.split(' ').map(str::to_owned);
        let (method, target) = (words.next()?, words.next()?);
        let mut headers = Vec::new();
        for line in lines {
            let line = line.ok()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Some(Request {
            method,
            target,
            headers,
        })
    }

    /// A header's value, or an empty text. The name is in lower case.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// The path without its query, from the root of the host.
    pub(super) fn absolute_path(&self) -> &str {
        let end = self.target.find(['?', '#']).unwrap_or(self.target.len());
        self.target.get(..end).unwrap_or_default()
    }

    /// The path relative to [`FOLDER`], without its query; `None` outside of the folder.
    pub fn path(&self) -> Option<&str> {
        self.absolute_path().strip_prefix(FOLDER)
    }
}
