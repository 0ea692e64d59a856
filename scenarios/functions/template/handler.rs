use crate::function::{Request, Response};
use alloc::format;
use alloc::string::String;
use minijinja::{AutoEscape, Environment};
use serde_json::Value;

fn render(template: &str, data: &Value) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.template_from_named_str("template", template)?.render(data)
}

/// The whole of an error: its own words and its line.
fn why(error: &minijinja::Error) -> String {
    let detail = error.detail().map(|detail| format!(": {detail}")).unwrap_or_default();
    let line = error.line().map(|line| format!(" (line {line})")).unwrap_or_default();
    format!("Template: {}{detail}{line}\n", error.kind())
}

/// Renders a Jinja template with data, both from the body.
pub fn handle(request: &mut impl Request) -> Response {
    let body: Value = match serde_json::from_slice(request.body()) {
        Ok(body) => body,
        Err(error) => return Response::bad_request(format!("Not JSON: {error}\n")),
    };
    let (Some(template), Some(data)) = (body["template"].as_str(), body.get("data")) else {
        return Response::bad_request(String::from("Give an object with the string template and with data.\n"));
    };
    match render(template, data) {
        Ok(page) => Response::of("text/html; charset=utf-8", page.into_bytes()),
        Err(error) => Response::bad_request(why(&error)),
    }
}
