#include "uri_syntax.h"

#include <algorithm>
#include <cctype>
#include <climits>
#include <string_view>

namespace clj::builtins::host {

namespace {

bool is_letter(unsigned char c) { return c < 0x80 && std::isalpha(c); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(unsigned char c) { return is_letter(c) || is_digit(c); }
bool is_hex_digit(unsigned char c) { return c < 0x80 && std::isxdigit(c); }

bool is_one_of(unsigned char c, std::string_view set) { return set.find(static_cast<char>(c)) != std::string_view::npos; }

// The end of the characters from `at` on that a predicate takes.
template <typename Takes>
size_t skip(std::string_view text, size_t at, size_t end, Takes takes) {
  while (at < end && takes(static_cast<unsigned char>(text[at]))) ++at;
  return at;
}

constexpr const char* kIllegal = "Illegal character in ";

constexpr std::string_view kMarks = "-_.!~*'()";

bool is_uri_character(unsigned char c, std::string_view more) {
  return c >= 0x80 || is_letter_or_digit(c) || is_one_of(c, kMarks) || is_one_of(c, ";:@&=+$,%") || is_one_of(c, more);
}

UriFault check_part(const std::string& text, size_t from, size_t to, std::string_view more, const char* part) {
  for (size_t i = from; i < to; ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (!is_uri_character(c, more)) return {kIllegal, i, part};
    if (c == '%' && !(i + 2 < to && is_hex_digit(static_cast<unsigned char>(text[i + 1])) &&
                      is_hex_digit(static_cast<unsigned char>(text[i + 2])))) {
      return {"Malformed escape pair", i};
    }
  }
  return {};
}

// Where the authority of a URI stands; from == to when it has none.
struct Extent {
  size_t from = 0, to = 0;
};
Extent authority_extent(const std::string& text) {
  size_t colon = text.find_first_of("/?#:");
  size_t at = colon != std::string::npos && text[colon] == ':' ? colon + 1 : 0;
  if (text.compare(at, 2, "//") != 0) return {};
  return {at + 2, std::min(text.find_first_of("/?#", at + 2), text.size())};
}

// An authority as that of a server: where its host stands, or why it is none.
struct Server {
  Extent host;
  UriFault fault;
};

// Four numbers with dots between them, each at most 255: where they end, or where something else stands.
struct Dotted {
  bool good;
  size_t end;
};
Dotted dotted_numbers(std::string_view text, size_t at, size_t end) {
  size_t all = skip(text, at, end, [](unsigned char c) { return is_digit(c) || c == '.'; });
  for (int i = 0; i < 4; ++i) {
    if (i > 0 && (at == all || text[at++] != '.')) return {false, at};
    size_t stop = skip(text, at, all, is_digit);
    if (stop == at || stop - at > 9 || std::stol(std::string(text.substr(at, stop - at))) > 255) return {false, at};
    at = stop;
  }
  return {at == all, at};
}

// Labels of letters, digits and inner hyphens, with dots between them and at the end; the last of several begins with a letter.
UriFault host_name(const std::string& text, size_t& at, size_t end) {
  size_t start = at, last = std::string::npos;
  while (at < end && is_letter_or_digit(static_cast<unsigned char>(text[at]))) {
    last = at;
    at = skip(text, at, end, [](unsigned char c) { return is_letter_or_digit(c) || c == '-'; });
    if (text[at - 1] == '-') return {kIllegal, at - 1, "hostname"};
    if (at == end || text[at] != '.') break;
    ++at;
  }
  if (at < end && text[at] != ':') return {kIllegal, at, "hostname"};
  if (last == std::string::npos) return {"Expected hostname", start};
  if (last > start && !is_letter(static_cast<unsigned char>(text[last]))) return {kIllegal, last, "hostname"};
  return {};
}

// The groups of an IPv6 address, each of two bytes: 16 bytes, or less with one `::` in them. An IPv4 address may be the end.
UriFault ipv6_address(std::string_view text, size_t start, size_t end) {
  size_t at = start, bytes = 0;
  bool gap = false;
  const UriFault malformed{"Malformed IPv6 address", start};
  while (at < end) {
    if (!gap && text.compare(at, 2, "::") == 0) {
      gap = true;
      at += 2;
      if (at == end) break;
    } else if (at > start) {
      if (text[at] != ':') return malformed;
      ++at;
    }
    size_t stop = skip(text, at, end, is_hex_digit);
    if (stop < end && text[stop] == '.' && at > start) {
      Dotted numbers = dotted_numbers(text, at, end);
      if (!numbers.good || numbers.end < end) return {"Malformed IPv4 address", numbers.end};
      bytes += 4;
      break;
    }
    if (stop == at) {
      if (at == start) return malformed;
      return {gap ? "Expected hex digits or IPv4 address" : "Expected digits for an IPv6 address", at};
    }
    if (stop - at > 4) return {"IPv6 hexadecimal digit sequence too long", at};
    bytes += 2;
    at = stop;
  }
  if (bytes > 16) return {"IPv6 address too long", start};
  if (!gap && bytes < 16) return {"IPv6 address too short", start};
  return gap && bytes == 16 ? malformed : UriFault{};
}

// `[address]` or `[address%scope]`.
UriFault bracketed_host(const std::string& text, size_t& at, size_t end) {
  size_t from = at + 1, close = std::min(text.find(']', from), end);
  if (close == end || close == from) return {"Expected closing bracket for IPv6 address", close};
  size_t percent = std::min(text.find('%', from), close);
  at = close + 1;
  if (UriFault fault = ipv6_address(text, from, percent)) return fault;
  if (percent == close) return {};
  if (percent + 1 == close) return {"scope id expected", UriFault::kNowhere};
  size_t bad = skip(text, percent + 1, close, [](unsigned char c) { return is_letter_or_digit(c) || c == '_' || c == '.'; });
  return bad < close ? UriFault{kIllegal, bad, "scope id"} : UriFault{};
}

UriFault port_number(const std::string& text, size_t at, size_t end) {
  if (at == end) return {};
  if (text[at] != ':') return {"Expected port number", at};
  size_t start = at + 1, bad = skip(text, start, end, is_digit);
  if (bad < end) return {kIllegal, bad, "port number"};
  size_t first = skip(text, start, end, [](unsigned char c) { return c == '0'; });
  bool fits = end - first < 10 || (end - first == 10 && std::stoll(text.substr(first, 10)) <= INT_MAX);
  return fits ? UriFault{} : UriFault{"Malformed port number", start};
}

Server server_of(const std::string& text, Extent authority) {
  size_t at = authority.from, end = authority.to, user_end = text.find('@', at);
  if (user_end < end) {
    size_t bad = skip(text, at, user_end, [](unsigned char c) { return c != '[' && c != ']'; });
    if (bad < user_end) return {{}, {kIllegal, bad, "user info"}};
    at = user_end + 1;
  }
  size_t host = at;
  UriFault fault;
  if (at < end && text[at] == '[') {
    fault = bracketed_host(text, at, end);
  } else if (Dotted numbers = dotted_numbers(text, at, end); numbers.good && (numbers.end == end || text[numbers.end] == ':')) {
    at = numbers.end;
  } else {
    fault = host_name(text, at, end);
  }
  size_t host_end = at;
  if (!fault) fault = port_number(text, at, end);
  return {{host, host_end}, fault};
}

// The authority of a server, a name where no brackets are in it, or the fault that it has.
UriFault authority_fault(const std::string& text, Extent authority) {
  size_t bracket = text.find_first_of("[]", authority.from);
  if (bracket >= authority.to) {
    UriFault fault = check_part(text, authority.from, authority.to, "", "authority");
    return fault.reason == kIllegal ? UriFault{kIllegal, authority.from, fault.part} : fault;
  }
  size_t bad = skip(text, authority.from, authority.to, [](unsigned char c) { return is_uri_character(c, "[]"); });
  if (bad < authority.to) return {kIllegal, authority.from, "authority"};
  return server_of(text, authority).fault;
}

}  // namespace

UriParts parse_uri(const std::string& text) {
  UriParts parts;
  std::string rest = text;
  size_t colon = rest.find(':');
  if (colon != std::string::npos && rest.find('/') >= colon) {
    parts.scheme = rest.substr(0, colon);
    rest = rest.substr(colon + 1);
    parts.opaque = rest[0] != '/';
  }
  if (rest.starts_with("//")) {
    size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    parts.authority = rest.substr(2, end - 2);
    rest = rest.substr(end);
  }
  parts.path = rest.substr(0, rest.find_first_of("?#"));
  parts.file = rest.substr(0, rest.find('#'));
  return parts;
}

std::string written_host(const UriParts& parts) {
  std::string host = parts.authority.substr(parts.authority.rfind('@') + 1);
  size_t bracket = host.rfind(']');  // of an IPv6 address
  return host.substr(0, host.find(':', bracket == std::string::npos ? 0 : bracket));
}

UriFault server_fault(const std::string& text) {
  Extent authority = authority_extent(text);
  return authority.from == authority.to ? UriFault{} : server_of(text, authority).fault;
}

std::string server_host(const std::string& text) {
  Extent authority = authority_extent(text);
  if (authority.from == authority.to) return {};
  Server server = server_of(text, authority);
  return server.fault ? std::string() : text.substr(server.host.from, server.host.to - server.host.from);
}

UriFault uri_fault(const std::string& text) {
  size_t at = 0, n = text.size(), colon = text.find_first_of("/?#:");
  if (colon != std::string::npos && text[colon] == ':') {
    if (colon == 0) return {"Expected scheme name", 0};
    for (size_t i = 0; i < colon; ++i) {
      auto c = static_cast<unsigned char>(text[i]);
      bool allowed = is_letter(c) || (i > 0 && (is_digit(c) || is_one_of(c, "+-.")));
      if (!allowed) return {kIllegal, i, "scheme name"};
    }
    at = colon + 1;
    if (at == n || text[at] == '#') return {"Expected scheme-specific part", at};
    if (text[at] != '/') {
      size_t end = std::min(text.find('#', at), n);
      UriFault fault = check_part(text, at, end, "/?[]", "opaque part");
      return !fault && end < n ? check_part(text, end + 1, n, "/?[]", "fragment") : fault;
    }
  }
  UriFault fault;
  if (text.compare(at, 2, "//") == 0) {
    Extent authority = authority_extent(text);
    if (authority.from == authority.to && authority.to == n) return {"Expected authority", n};
    fault = authority_fault(text, authority);
    if (fault) return fault;
    at = authority.to;
  }
  size_t path_end = std::min(text.find_first_of("?#", at), n);
  fault = check_part(text, at, path_end, "/", "path");
  if (fault || path_end == n) return fault;
  size_t query_end = text[path_end] == '?' ? std::min(text.find('#', path_end), n) : path_end;
  if (query_end > path_end) fault = check_part(text, path_end + 1, query_end, "/?[]", "query");
  if (fault || query_end == n) return fault;
  return check_part(text, query_end + 1, n, "/?[]", "fragment");
}

}  // namespace clj::builtins::host
