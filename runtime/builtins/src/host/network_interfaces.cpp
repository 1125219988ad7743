// The addresses of this machine's network interfaces.
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <bit>
#include <cstring>
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

int64_t prefix_length(std::string_view mask) {
  int64_t bits = 0;
  for (char byte : mask) bits += std::popcount(static_cast<uint8_t>(byte));
  return bits;
}

}  // namespace

CLJ_FN(interface_addresses) {
  ifaddrs* all = nullptr;
  gc::ValueList rows;
  if (::getifaddrs(&all) != 0) return make_vector(rows.data(), rows.size());
  for (const ifaddrs* entry = all; entry; entry = entry->ifa_next) {
    std::string_view address = bytes_of(entry->ifa_addr);
    if (address.empty()) continue;
    bool broadcast = (entry->ifa_flags & IFF_BROADCAST) != 0 && address.size() == 4;
    gc::ValueList row;
    row.push_back(make_string(entry->ifa_name));
    row.push_back(make_long(entry->ifa_flags));
    row.push_back(host::make_byte_array(address));
    row.push_back(make_long(prefix_length(bytes_of(entry->ifa_netmask))));
    row.push_back(broadcast ? host::make_byte_array(bytes_of(entry->ifa_broadaddr)) : Value::nil());
    rows.push_back(make_vector(row.data(), row.size()));
  }
  ::freeifaddrs(all);
  return make_vector(rows.data(), rows.size());
}

}  // namespace clj::builtins
