//! A WebDriver session (W3C Recommendation “WebDriver”): commands as JSON over HTTP on the loopback.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The key under which WebDriver wraps an element's reference (W3C WebDriver, “elements”).
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// One running browser, as its driver shows it.
pub struct Client {
    agent: ureq::Agent,
    session: String,
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .proxy(None)
        .http_status_as_error(false)
        // As long as a script may take that reads a million events on a busy machine.
        .timeout_global(Some(Duration::from_secs(240)))
        .build()
        .new_agent()
}

/// Whether a driver answers on `port`.
pub fn answers(port: u16) -> bool {
    agent()
        .get(format!("http://127.0.0.1:{port}/status"))
        .call()
        .is_ok()
}

impl Client {
    /// Starts a browser through the driver on `port`.
    ///
    /// # Errors
    /// When the driver refuses, in its own words.
    pub fn start(port: u16, capabilities: &Value) -> Result<Client> {
        let base = format!("http://127.0.0.1:{port}/session");
        let mut client = Client {
            agent: agent(),
            session: base.clone(),
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = client.post("", &wanted)?;
        let id = answer["sessionId"]
            .as_str()
            .context("a new session without an id")?;
        client.session = format!("{base}/{id}");
        Ok(client)
    }

    /// `GET` of a path below the session, such as `/url`.
    ///
    /// # Errors
    /// When the driver is gone or answers with an error.
    pub fn get(&self, path: &str) -> Result<Value> {
        let url = format!("{}{path}", self.session);
        read(path, self.agent.get(url).call())
    }

    /// `POST` of `body` to a path below the session.
    ///
    /// # Errors
    /// When the driver is gone or answers with an error.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let url = format!("{}{path}", self.session);
        read(path, self.agent.post(url).send_json(body))
    }

    /// `DELETE` of a path below the session.
    ///
    /// # Errors
    /// When the driver is gone or answers with an error.
    pub fn delete(&self, path: &str) -> Result<Value> {
        let url = format!("{}{path}", self.session);
        read(path, self.agent.delete(url).call())
    }

    /// Runs the body of a function in the page; `arguments` are its `arguments`.
    ///
    /// # Errors
    /// It throws, or the driver is gone.
    pub fn run(&self, script: &str, arguments: Value) -> Result<Value> {
        let body = json!({ "script": script, "args": arguments });
        self.post("/execute/sync", &body)
    }

    /// Ends the session and with it the browser.
    ///
    /// # Errors
    /// When the driver is gone or answers with an error.
    pub fn end(&self) -> Result<()> {
        self.delete("").map(drop)
    }
}

fn read(
    path: &str,
    answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Value> {
    let mut answer = answer.with_context(|| format!("WebDriver {path}"))?;
    let text = answer
        .body_mut()
        .with_config()
        .limit(200_000_000)
        .read_to_string()?;
    let body: Value = serde_json::from_str(&text)
        .with_context(|| format!("WebDriver {path} answered: {text}"))?;
    if !answer.status().is_success() {
        let error = &body["value"];
        bail!(
            "WebDriver {path}: {}: {}",
            error["error"].as_str().unwrap_or("error"),
            error["message"].as_str().unwrap_or(&text)
        );
    }
    Ok(body["value"].clone())
}
