//! One object of `Intl`, made and asked without exceptions, and cached for the next time.

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

/// What a formatter is asked about.
#[derive(Clone, Copy)]
pub(super) enum Argument<'a> {
    /// A number.
    Number(f64),
    /// A text.
    Text(&'a str),
    /// A list of texts.
    Texts(&'a [String]),
}

impl From<Argument<'_>> for JsValue {
    fn from(argument: Argument<'_>) -> Self {
        match argument {
            Argument::Number(number) => number.into(),
            Argument::Text(text) => text.into(),
            Argument::Texts(texts) => texts.iter().map(JsValue::from).collect::<Array>().into(),
        }
    }
}

/// What was made before: of which style, for which language, with which value of the option of its own.
struct Cached {
    style: *const Style,
    language: String,
    value: String,
    formatter: Option<Formatter>,
}

thread_local! {
    /// Some dozens at most: a list is quick enough, and little code.
    static CACHED: RefCell<Vec<Cached>> = const { RefCell::new(Vec::new()) };
}

impl Formatter {
    /// A formatter of this style for a language; `extra` is one option that varies, such as the
    /// zone. `None` when the browser lacks it or knows no such language or value, and where there is no browser: in
    /// unit tests.
    pub fn new(style: &Style, language: &str, extra: Option<(&str, &str)>) -> Option<Self> {
        if cfg!(not(target_family = "wasm")) {
            return None;
        }
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
    pub fn cached(
        style: &'static Style,
        language: &str,
        extra: Option<(&str, &str)>,
    ) -> Option<Self> {
        let value = extra.map_or("", |(_, value)| value);
        CACHED.with_borrow_mut(|all| {
            let same = |cached: &&Cached| {
                std::ptr::eq(cached.style, style)
                    && cached.language == language
                    && cached.value == value
            };
            if let Some(cached) = all.iter().find(same) {
                return cached.formatter.clone();
            }
            let formatter = Self::new(style, language, extra);
            all.push(Cached {
                style,
                language: language.to_owned(),
                value: value.to_owned(),
                formatter: formatter.clone(),
            });
            formatter
        })
    }

    /// The answer for these arguments; `None` when the browser refuses them.
    pub fn ask(&self, arguments: &[Argument<'_>]) -> Option<JsValue> {
        let arguments: Array = arguments.iter().copied().map(JsValue::from).collect();
        self.method.apply(&self.object, &arguments).ok()
    }

    /// The answer as text.
    pub fn write(&self, arguments: &[Argument<'_>]) -> Option<String> {
        self.ask(arguments)?.as_string()
    }
}

/// A moment as ECMAScript counts it: milliseconds since 1970, UTC.
pub(super) fn milliseconds(moment: DateTime<Utc>) -> Argument<'static> {
    Argument::Number(moment.timestamp_millis() as f64)
}

/// A function that is a member of `object`.
pub(super) fn member(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}
