//! One object of `Intl`, made and asked without exceptions, and kept for the next time.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use js_sys::{Array, Function, Object, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// A way of writing: the constructor in `Intl`, its options, and the method that is asked.
pub(super) struct Style {
    /// The constructor, such as `DateTimeFormat`.
    pub constructor: &'static str,
    /// The method, such as `format`.
    pub method: &'static str,
    /// Options and their values.
    pub options: &'static [(&'static str, &'static str)],
}

/// A formatter: a method of an `Intl` object.
#[derive(Clone)]
pub(super) struct Formatter {
    object: JsValue,
    method: Function,
}

/// What was made before: of which style, for which language, with which value of the option of its own.
struct Kept {
    style: *const Style,
    language: String,
    value: String,
    formatter: Option<Formatter>,
}

thread_local! {
    /// Some dozens at most: a list is quick enough, and little code.
    static KEPT: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

impl Formatter {
    /// A formatter of this style for a language; `extra` is one option that varies, such as the
    /// zone. `None` when the browser lacks it or knows no such language or value.
    pub fn new(style: &Style, language: &str, extra: Option<(&str, &str)>) -> Option<Self> {
        let intl = Reflect::get(&global(), &"Intl".into()).ok()?;
        let constructor: Function = member(&intl, style.constructor)?;
        let options = Object::new();
        for (name, value) in style.options.iter().copied().chain(extra) {
            Reflect::set(&options, &name.into(), &value.into()).ok()?;
        }
        let object =
            Reflect::construct(&constructor, &Array::of2(&language.into(), &options)).ok()?;
        let method = member(&object, style.method)?;
        Some(Self { object, method })
    }

    /// As [`Formatter::new`], made once.
    pub fn kept(
        style: &'static Style,
        language: &str,
        extra: Option<(&str, &str)>,
    ) -> Option<Self> {
        let value = extra.map_or("", |(_, value)| value);
        KEPT.with_borrow_mut(|all| {
            let same = |kept: &&Kept| {
                std::ptr::eq(kept.style, style) && kept.language == language && kept.value == value
            };
            if let Some(kept) = all.iter().find(same) {
                return kept.formatter.clone();
            }
            let formatter = Self::new(style, language, extra);
            all.push(Kept {
                style,
                language: language.to_owned(),
                value: value.to_owned(),
                formatter: formatter.clone(),
            });
            formatter
        })
    }

    /// The answer for these arguments; `None` when the browser refuses them.
    pub fn ask(&self, arguments: &[JsValue]) -> Option<JsValue> {
        let arguments: Array = arguments.iter().collect();
        self.method.apply(&self.object, &arguments).ok()
    }

    /// The answer as text.
    pub fn write(&self, arguments: &[JsValue]) -> Option<String> {
        self.ask(arguments)?.as_string()
    }
}

/// A moment as ECMAScript counts it: milliseconds since 1970, UTC.
pub(super) fn milliseconds(moment: DateTime<Utc>) -> JsValue {
    JsValue::from(moment.timestamp_millis() as f64)
}

/// A function that is a member of `object`.
pub(super) fn member(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
