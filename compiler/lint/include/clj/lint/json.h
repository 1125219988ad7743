// JSON text, for the formats that are JSON.
#pragma once
#include <string>
#include <string_view>

namespace clj::lint {

// The text in quotes, escaped as JSON wants it (and EDN reads it).
std::string json_string(std::string_view text);

}  // namespace clj::lint
