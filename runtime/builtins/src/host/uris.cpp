// java.net.URI and URL.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>

#include "clj/exec/bundle.h"
#include "clj/io/class_path.h"
#include "named.h"
#include "streams.h"

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

UriParts parse_uri(const std::string& text) {
  UriParts parts;
  std::string rest = text;
  size_t colon = rest.find(':');
  if (colon != std::string::npos && rest.find('/') >= colon) {
    parts.scheme = rest.substr(0, colon);
    rest = rest.substr(colon + 1);
    parts.opaque = rest[0] != '/';
  }
  if (rest.rfind("//", 0) == 0) {
    size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    std::string authority = rest.substr(2, end - 2);
    authority.erase(0, authority.rfind('@') + 1);
    size_t bracket = authority.rfind(']');  // of an IPv6 address
    parts.host = authority.substr(0, authority.find(':', bracket == std::string::npos ? 0 : bracket));
    rest = rest.substr(end);
  }
  parts.path = rest.substr(0, rest.find_first_of("?#"));
  parts.file = rest.substr(0, rest.find('#'));
  return parts;
}

namespace {

// Why a text is no URI by the grammar of java.net.URI, and where; no reason when it is one.
struct UriFault {
  std::string reason;
  size_t index = 0;
};

bool is_uri_character(unsigned char c, std::string_view more) {
  return c >= 0x80 || std::isalnum(c) || std::string_view("-_.!~*'();:@&=+$,%").find(static_cast<char>(c)) != std::string_view::npos ||
         more.find(static_cast<char>(c)) != std::string_view::npos;
}

UriFault check_part(const std::string& text, size_t from, size_t to, std::string_view more, const char* part) {
  for (size_t i = from; i < to; ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (!is_uri_character(c, more)) return {std::string("Illegal character in ") + part, i};
    if (c == '%' && !(i + 2 < to && std::isxdigit(static_cast<unsigned char>(text[i + 1])) &&
                      std::isxdigit(static_cast<unsigned char>(text[i + 2])))) {
      return {"Malformed escape pair", i};
    }
  }
  return {};
}

UriFault uri_fault(const std::string& text) {
  size_t at = 0, n = text.size(), colon = text.find_first_of("/?#:");
  if (colon != std::string::npos && text[colon] == ':') {
    if (colon == 0) return {"Expected scheme name", 0};
    for (size_t i = 0; i < colon; ++i) {
      auto c = static_cast<unsigned char>(text[i]);
      bool allowed = c < 0x80 && (std::isalpha(c) || (i > 0 && (std::isdigit(c) || c == '+' || c == '-' || c == '.')));
      if (!allowed) return {"Illegal character in scheme name", i};
    }
    at = colon + 1;
    if (at == n || text[at] == '#') return {"Expected scheme-specific part", at};
    if (text[at] != '/') {
      size_t end = std::min(text.find('#', at), n);
      UriFault fault = check_part(text, at, end, "/?[]", "opaque part");
      return fault.reason.empty() && end < n ? check_part(text, end + 1, n, "/?[]", "fragment") : fault;
    }
  }
  UriFault fault;
  if (text.compare(at, 2, "//") == 0) {
    size_t end = std::min(text.find_first_of("/?#", at + 2), n);
    if (end == at + 2 && end == n) return {"Expected authority", end};
    fault = check_part(text, at + 2, end, "[]", "authority");
    if (!fault.reason.empty()) return {fault.reason, fault.reason[0] == 'I' ? at + 2 : fault.index};
    at = end;
  }
  size_t path_end = std::min(text.find_first_of("?#", at), n);
  fault = check_part(text, at, path_end, "/", "path");
  if (!fault.reason.empty() || path_end == n) return fault;
  size_t query_end = text[path_end] == '?' ? std::min(text.find('#', path_end), n) : path_end;
  if (query_end > path_end) fault = check_part(text, path_end + 1, query_end, "/?[]", "query");
  if (!fault.reason.empty() || query_end == n) return fault;
  return check_part(text, query_end + 1, n, "/?[]", "fragment");
}

// The index counts the string's units, not its bytes.
Value uri_syntax_exception(const std::string& text, const UriFault& fault) {
  Value details[] = {make_string(text), make_string(fault.reason),
                     make_int(static_cast<int32_t>(as_string(make_string(text.substr(0, fault.index)))->length))};
  return construct(find_class("java.net.URISyntaxException"), details, 3);
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

CLJ_FN(uri_new) {
  std::string text = to_utf8(string_arg(args[0]));
  UriFault fault = uri_fault(text);
  if (!fault.reason.empty()) throw_value(uri_syntax_exception(text, fault));
  return make_named("java.net.URI", text);
}
CLJ_FN(uri_create) {
  std::string text = to_utf8(string_arg(args[0]));
  UriFault fault = uri_fault(text);
  if (!fault.reason.empty()) {
    Value cause = uri_syntax_exception(text, fault);
    throw_value(make_throwable(find_class("java.lang.IllegalArgumentException"), cast<Throwable>(cause)->message, cause, Value::nil()));
  }
  return make_named("java.net.URI", text);
}
CLJ_FN(uri_scheme) { return string_or_nil(parse_uri(text_of(args[0])).scheme); }
CLJ_FN(uri_host) { return string_or_nil(parse_uri(text_of(args[0])).host); }
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
CLJ_FN(url_host) { return make_string(parse_uri(text_of(args[0])).host); }
CLJ_FN(url_to_uri) { return make_named("java.net.URI", text_of(args[0])); }
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
