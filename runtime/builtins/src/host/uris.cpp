// java.net.URI and URL.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>

#include "clj/exec/bundle.h"
#include "clj/io/class_path.h"
#include "named.h"
#include "streams.h"
#include "uri_syntax.h"

namespace clj::builtins::host {

std::string escaped(const std::string& path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : path) {
    if (std::isalnum(c) || std::strchr("/-_.~!$&'()*+,;=:@", c)) {
      out.push_back(static_cast<char>(c));
    } else {
      out += {'%', kHex[c >> 4], kHex[c & 15]};
    }
  }
  return out;
}

std::string unescaped(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out.push_back(static_cast<char>(std::strtol(text.substr(i + 1, 2).c_str(), nullptr, 16)));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

namespace {

// The index counts the string's units, not its bytes.
Value uri_syntax_exception(const std::string& text, const UriFault& fault) {
  int32_t index = fault.index == UriFault::kNowhere ? -1 : static_cast<int32_t>(as_string(make_string(text.substr(0, fault.index)))->length);
  Value details[] = {make_string(text), make_string(std::string(fault.reason) + fault.part), make_int(index)};
  return construct(find_class("java.net.URISyntaxException"), details, 3);
}

// Throws URISyntaxException when there is a fault.
void check_uri(const std::string& text, const UriFault& fault) {
  if (fault) throw_value(uri_syntax_exception(text, fault));
}

Value checked_uri(const std::string& text) {
  check_uri(text, uri_fault(text));
  return make_named("java.net.URI", text);
}

Value string_or_nil(const std::string& text) { return text.empty() ? Value::nil() : make_string(text); }

// The scheme of files that were built into a bundle.
constexpr std::string_view kBundleScheme = "resource:/";

}  // namespace

Value place_url(const std::string& place) {
  if (io::is_in_archive(place)) return make_named("java.net.URL", escaped(place));
  return make_named("java.net.URL", "file:" + escaped(canonical_path(place)) + (is_directory(place) ? "/" : ""));
}
Value bundle_resource_url(std::string_view name) {
  return make_named("java.net.URL", std::string(kBundleScheme) + std::string(name));
}

CLJ_FN(uri_new) { return checked_uri(to_utf8(string_arg(args[0]))); }
CLJ_FN(uri_create) {
  std::string text = to_utf8(string_arg(args[0]));
  UriFault fault = uri_fault(text);
  if (fault) {
    Value cause = uri_syntax_exception(text, fault);
    throw_value(make_throwable(find_class("java.lang.IllegalArgumentException"), cast<Throwable>(cause)->message, cause, Value::nil()));
  }
  return make_named("java.net.URI", text);
}
CLJ_FN(uri_scheme) { return string_or_nil(parse_uri(text_of(args[0])).scheme); }
CLJ_FN(uri_host) { return string_or_nil(server_host(text_of(args[0]))); }
CLJ_FN(uri_parse_server_authority) {
  std::string text = text_of(args[0]);
  check_uri(text, server_fault(text));
  return args[0];
}
CLJ_FN(uri_path) {
  UriParts parts = parse_uri(text_of(args[0]));
  // What has a scheme and does not begin with a slash has no path.
  if (parts.opaque) return Value::nil();
  return make_string(unescaped(parts.path));
}

namespace {

// A URL of a text. Its protocol is one that the host reads, in small letters.
Value make_url(std::string text) {
  std::string scheme = parse_uri(text).scheme, lower;
  for (char c : scheme) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  bool valid = !scheme.empty() && std::isalpha(static_cast<unsigned char>(scheme[0])) &&
               std::all_of(scheme.begin(), scheme.end(), [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '+' || c == '-'; });
  if (!valid) throw_named("java.net.MalformedURLException", make_string("no protocol: " + text));
  constexpr std::string_view kProtocols[] = {"file", "ftp", "http", "https", "jar", "jmod", "jrt", "mailto"};
  if (std::find(std::begin(kProtocols), std::end(kProtocols), lower) == std::end(kProtocols) && !text.starts_with(kBundleScheme)) {
    throw_named("java.net.MalformedURLException", make_string("unknown protocol: " + lower));
  }
  return make_named("java.net.URL", text.replace(0, lower.size(), lower));
}

}  // namespace

CLJ_FN(uri_to_url) {
  std::string text = text_of(args[0]);
  if (parse_uri(text).scheme.empty()) throw_error(Error::kIllegalArgument, "URI is not absolute");
  return make_url(text);
}
CLJ_FN(url_new) { return make_url(to_utf8(string_arg(args[0]))); }
CLJ_FN(url_path) { return make_string(parse_uri(text_of(args[0])).path); }
CLJ_FN(url_file) { return make_string(parse_uri(text_of(args[0])).file); }
CLJ_FN(url_host) { return make_string(written_host(parse_uri(text_of(args[0])))); }
CLJ_FN(url_to_uri) { return checked_uri(text_of(args[0])); }
CLJ_FN(url_open) {
  std::string text = text_of(args[0]);
  if (io::is_in_archive(text)) return open_input_bytes(io::read_place(unescaped(text)));
  if (text.compare(0, kBundleScheme.size(), kBundleScheme) == 0) {
    std::string bytes;
    if (!exec::read_resource(std::string_view(text).substr(kBundleScheme.size()), bytes)) throw_error(Error::kFileNotFound, text);
    return open_input_bytes(bytes);
  }
  return open_input_file(make_string(unescaped(parse_uri(text).path)));
}

}  // namespace clj::builtins::host
