// java.io.File, java.net.URI and URL: each is its text.
#pragma once
#include <string>
#include <string_view>

#include "host_support.h"

namespace clj::builtins::host {

// A File, URL or URI: its text.
struct Named : HostObject {
  static constexpr uint16_t kSlots = 2;
  Value text;  // String
};

Value make_named(const char* class_name, std::string_view text);
std::string text_of(Value named);

// A path as the path of a URI, and back.
std::string escaped(const std::string& path);
std::string unescaped(const std::string& text);

// Without . and .. and symbolic links, as far as the path exists.
std::string canonical_path(const std::string& path);
bool is_directory(const std::string& path);

}  // namespace clj::builtins::host
