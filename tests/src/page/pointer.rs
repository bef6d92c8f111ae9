//! The mouse and other pointers, pressed and moved over what a control shows.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Page;

impl Page {
    /// Presses at one place of an element, moves to another, and lets go. Places are parts of its
    /// width from the left, 0 to 1.
    ///
    /// # Errors
    /// When it is missing, or the browser cannot.
    pub fn drag(&self, selector: &str, from: f64, to: f64) -> Result<()> {
        let script = "const element = document.querySelector(arguments[0]);
            element?.scrollIntoView({ block: 'center' });
            const box = element?.getBoundingClientRect();
            return box ? [box.left, box.width, box.top + box.height / 2] : [0, 0, 0]";
        let (left, width, y): (f64, f64, f64) = self.ask(script, json!([selector]))?;
        ensure!(width > 0.0, "{selector} is not to be seen");
        let place = |part: f64| {
            let (x, y) = ((left + part * width).round() as i64, y.round() as i64);
            json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y })
        };
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
            "actions": [
                place(from), { "type": "pointerDown", "button": 0 },
                place((from + to) / 2.0), place(to), { "type": "pointerUp", "button": 0 },
            ],
        });
        self.act(&[mouse])
    }

    /// Moves the mouse to the middle of an element.
    ///
    /// # Errors
    /// When it is missing, or the browser cannot.
    pub fn point_at(&self, selector: &str) -> Result<()> {
        let script = "const box = document.querySelector(arguments[0])?.getBoundingClientRect();
            return box ? [box.left + box.width / 2, box.top + box.height / 2] : [-1, -1]";
        let (x, y): (f64, f64) = self.ask(script, json!([selector]))?;
        ensure!(x >= 0.0 && y >= 0.0, "{selector} is not to be seen");
        let (x, y) = (x.round() as i64, y.round() as i64);
        let there =
            json!({ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y });
        let mouse = json!({
            "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [there],
        });
        self.act(&[mouse])
    }

    /// Performs actions of pointers and keys, all at once (W3C WebDriver, “actions”).
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn act(&self, sources: &[Value]) -> Result<()> {
        self.post("/actions", json!({ "actions": sources }))
    }
}
