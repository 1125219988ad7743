// The grammar of java.net.URI (RFC 2396 with the JDK's deviations), on texts.
//
// An authority is that of a server, [user@]host[:port], or only a name: then the URI has no host, no user and no port.
#pragma once
#include <string>

namespace clj::builtins::host {

// scheme:[//[user@]host[:port]]path[?query][#fragment]
struct UriParts {
  std::string scheme, authority, path, file;  // file: the path and the query
  bool opaque = false;
};
UriParts parse_uri(const std::string& text);

// What stands between the user and the port, whatever it is: the host of a java.net.URL.
std::string written_host(const UriParts& parts);

// Why a text is no URI, and where; no reason when it is one.
struct UriFault {
  static constexpr size_t kNowhere = static_cast<size_t>(-1);
  const char* reason = nullptr;
  size_t index = 0;
  const char* part = "";  // what the reason is about
  explicit operator bool() const { return reason != nullptr; }
};
UriFault uri_fault(const std::string& text);

// Why the authority of a URI is not that of a server; no reason when it is, or when there is none.
UriFault server_fault(const std::string& text);

// The host of a URI whose authority is that of a server, else "".
std::string server_host(const std::string& text);

}  // namespace clj::builtins::host
