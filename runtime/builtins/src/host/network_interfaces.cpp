// The addresses of this machine's network interfaces.
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <memory>
#include <string_view>

#include "host_support.h"
#include "streams.h"

namespace clj::builtins {
namespace {

// The bytes of an IPv4 or IPv6 address, empty for others.
std::string_view bytes_of(const sockaddr* address) {
  if (!address) return {};
  if (address->sa_family == AF_INET) {
    return {reinterpret_cast<const char*>(&reinterpret_cast<const sockaddr_in*>(address)->sin_addr), 4};
  }
  if (address->sa_family != AF_INET6) return {};
  return {reinterpret_cast<const char*>(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr), 16};
}

// 0.0.0.0 where none was configured: what the system gives the JVM then.
std::string_view broadcast_bytes(const ifaddrs& entry) {
  std::string_view address = bytes_of(entry.ifa_broadaddr);
  return address.size() == 4 ? address : std::string_view("\0\0\0\0", 4);
}

int64_t prefix_length(std::string_view mask) {
  int64_t bits = 0;
  for (char byte : mask) bits += std::popcount(static_cast<uint8_t>(byte));
  return bits;
}

}  // namespace

CLJ_FN(interface_addresses) {
  ifaddrs* first = nullptr;
  if (::getifaddrs(&first) != 0) host::throw_named("java.net.SocketException", make_string(std::strerror(errno)));
  std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> all(first, ::freeifaddrs);
  gc::ValueList rows;
  for (const ifaddrs* entry = first; entry; entry = entry->ifa_next) {
    std::string_view address = bytes_of(entry->ifa_addr);
    if (address.empty()) continue;
    bool broadcast = (entry->ifa_flags & IFF_BROADCAST) != 0 && address.size() == 4;
    gc::ValueList row;
    row.push_back(make_string(entry->ifa_name));
    row.push_back(make_long(entry->ifa_flags));
    row.push_back(host::make_byte_array(address));
    row.push_back(make_long(prefix_length(bytes_of(entry->ifa_netmask))));
    row.push_back(broadcast ? host::make_byte_array(broadcast_bytes(*entry)) : Value::nil());
    rows.push_back(make_vector(row.data(), row.size()));
  }
  return make_vector(rows.data(), rows.size());
}

}  // namespace clj::builtins
