//! One object of `Intl`, made and asked without exceptions, and kept for the next time.

use std::cell::RefCell;
use std::collections::BTreeMap;

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

type Kept = BTreeMap<(*const Style, String, String), Option<Formatter>>;

thread_local! {
    /// What was made before, by style, language and the option of its own.
    static KEPT: RefCell<Kept> = const { RefCell::new(BTreeMap::new()) };
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
        let key = (
            std::ptr::from_ref(style),
            language.to_owned(),
            value.to_owned(),
        );
        KEPT.with_borrow_mut(|kept| {
            kept.entry(key)
                .or_insert_with(|| Self::new(style, language, extra))
                .clone()
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
