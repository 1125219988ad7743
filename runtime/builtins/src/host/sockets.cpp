// TCP and UDP over IPv4 and IPv6. Descriptors are closed on exec. A call that waits is ended by
// socket_shutdown from another thread.
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "clj/core/array.h"
#include "host_support.h"
#include "streams.h"

namespace clj::builtins {

using host::make_byte_array;

namespace {

Value failure(int error) { return make_string(std::strerror(error)); }

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
  int family = AF_INET;
};

Address make_address(std::string_view bytes, int64_t port) {
  Address address;
  if (bytes.size() == 16) {
    auto* in6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    in6->sin6_family = AF_INET6;
    in6->sin6_port = htons(static_cast<uint16_t>(port));
    std::memcpy(&in6->sin6_addr, bytes.data(), 16);
    address.size = sizeof *in6;
    address.family = AF_INET6;
  } else {
    auto* in4 = reinterpret_cast<sockaddr_in*>(&address.storage);
    in4->sin_family = AF_INET;
    in4->sin_port = htons(static_cast<uint16_t>(port));
    if (bytes.size() == 4) std::memcpy(&in4->sin_addr, bytes.data(), 4);
    address.size = sizeof *in4;
  }
  return address;
}

std::string_view bytes_of(const sockaddr_storage& storage) {
  if (storage.ss_family == AF_INET6) {
    return {reinterpret_cast<const char*>(&reinterpret_cast<const sockaddr_in6&>(storage).sin6_addr), 16};
  }
  return {reinterpret_cast<const char*>(&reinterpret_cast<const sockaddr_in&>(storage).sin_addr), 4};
}

uint16_t port_of(const sockaddr_storage& storage) {
  if (storage.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(storage).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(storage).sin_port);
}

std::string_view bytes_arg(Value v) {
  auto* bytes = object_arg<ByteArray>(v, "[B");
  return {reinterpret_cast<const char*>(bytes->items()), static_cast<size_t>(bytes->length)};
}

// Waits until something can be done; 0 when the time is over, else 1, or -1 with errno.
int await(int descriptor, short events, int64_t timeout_ms) {
  pollfd entry{descriptor, events, 0};
  int ready;
  do ready = ::poll(&entry, 1, timeout_ms > 0 ? static_cast<int>(timeout_ms) : -1);
  while (ready < 0 && errno == EINTR);
  return ready;
}

int descriptor_arg(Value v) { return static_cast<int>(to_long(v)); }

struct Piece {
  ByteArray* array;
  int64_t offset, length;
};
Piece piece_arg(Value array, Value offset, Value length) {
  Piece piece{object_arg<ByteArray>(array, "[B"), to_long(offset), to_long(length)};
  if (piece.offset < 0 || piece.length < 0 || piece.offset > piece.array->length - piece.length) {
    throw_error(Error::kIndexOutOfBounds, "");
  }
  return piece;
}

}  // namespace

CLJ_FN(resolve_host) {
  std::string host = to_utf8(string_arg(args[0]));
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  int error;
  {
    gc::BlockingRegion region;
    error = ::getaddrinfo(host.c_str(), nullptr, &hints, &found);
  }
  if (error) return make_string(::gai_strerror(error));
  gc::ValueList addresses;
  // IPv4 first, as the JVM does.
  for (int family : {AF_INET, AF_INET6}) {
    for (addrinfo* entry = found; entry; entry = entry->ai_next) {
      if (entry->ai_family != family) continue;
      sockaddr_storage storage{};
      std::memcpy(&storage, entry->ai_addr, entry->ai_addrlen);
      addresses.push_back(make_byte_array(bytes_of(storage)));
    }
  }
  ::freeaddrinfo(found);
  return make_vector(addresses.data(), addresses.size());
}

CLJ_FN(socket_connect) {
  Address address = make_address(bytes_arg(args[0]), to_long(args[1]));
  int64_t timeout_ms = to_long(args[2]);
  signal(SIGPIPE, SIG_IGN);
  int descriptor = ::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return failure(errno);
  int error = 0;
  bool late = false;
  {
    gc::BlockingRegion region;
    if (::connect(descriptor, reinterpret_cast<sockaddr*>(&address.storage), address.size) < 0) {
      error = errno;
      if (error == EINPROGRESS) {
        int ready = await(descriptor, POLLOUT, timeout_ms);
        late = ready == 0;
        socklen_t size = sizeof error;
        if (ready < 0) error = errno;
        else if (!late) ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
      }
    }
  }
  if (late || error) {
    ::close(descriptor);
    return late ? Value::boolean(false) : failure(error);
  }
  return make_long(descriptor);
}

CLJ_FN(socket_listen) {
  bool any = args[0].is_nil();
  Address address = make_address(any ? std::string_view() : bytes_arg(args[0]), to_long(args[1]));
  if (any) reinterpret_cast<sockaddr_in*>(&address.storage)->sin_addr.s_addr = htonl(INADDR_ANY);
  signal(SIGPIPE, SIG_IGN);
  int descriptor = ::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return failure(errno);
  int yes = 1;
  ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(descriptor, reinterpret_cast<sockaddr*>(&address.storage), address.size) < 0 ||
      ::listen(descriptor, static_cast<int>(to_long(args[2]))) < 0) {
    int error = errno;
    ::close(descriptor);
    return failure(error);
  }
  return make_long(descriptor);
}

CLJ_FN(socket_accept) {
  int listening = descriptor_arg(args[0]), accepted = -1, error = 0;
  int64_t timeout_ms = to_long(args[1]);
  {
    gc::BlockingRegion region;
    if (timeout_ms > 0) {
      int ready = await(listening, POLLIN, timeout_ms);
      if (ready == 0) return Value::boolean(false);
    }
    do accepted = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
    while (accepted < 0 && (errno == EINTR || errno == ECONNABORTED));
    error = errno;
  }
  return accepted < 0 ? failure(error) : make_long(accepted);
}

CLJ_FN(socket_read) {
  int descriptor = descriptor_arg(args[0]);
  Piece piece = piece_arg(args[1], args[2], args[3]);
  int64_t timeout_ms = to_long(args[4]);
  std::string bytes(static_cast<size_t>(piece.length), '\0');
  ssize_t got = 0;
  int error = 0;
  {
    gc::BlockingRegion region;
    // Descriptors of connect are non-blocking, so this waits in poll.
    do {
      int ready = await(descriptor, POLLIN, timeout_ms);
      if (ready == 0) return Value::boolean(false);
      got = ready < 0 ? -1 : ::recv(descriptor, bytes.data(), bytes.size(), 0);
    } while (got < 0 && (errno == EINTR || errno == EAGAIN));
    error = errno;
  }
  if (got < 0) return failure(error);
  if (got == 0) return make_long(-1);
  std::memcpy(piece.array->items() + piece.offset, bytes.data(), static_cast<size_t>(got));
  return make_long(got);
}

CLJ_FN(socket_write) {
  int descriptor = descriptor_arg(args[0]);
  Piece piece = piece_arg(args[1], args[2], args[3]);
  std::string bytes(reinterpret_cast<const char*>(piece.array->items()) + piece.offset, static_cast<size_t>(piece.length));
  int error = 0;
  {
    gc::BlockingRegion region;
    for (size_t done = 0; done < bytes.size() && !error;) {
      ssize_t n = ::send(descriptor, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
      if (n >= 0) done += static_cast<size_t>(n);
      else if (errno == EAGAIN) await(descriptor, POLLOUT, 0);
      else if (errno != EINTR) error = errno;
    }
  }
  return error ? failure(error) : Value::nil();
}

CLJ_FN(socket_shutdown) {
  constexpr int kHow[] = {SHUT_RD, SHUT_WR, SHUT_RDWR};
  ::shutdown(descriptor_arg(args[0]), kHow[to_long(args[1]) % 3]);
  return Value::nil();
}

CLJ_FN(socket_close) {
  ::close(descriptor_arg(args[0]));
  return Value::nil();
}

CLJ_FN(socket_name) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  auto* address = reinterpret_cast<sockaddr*>(&storage);
  int descriptor = descriptor_arg(args[0]);
  int failed = args[1].truthy() ? ::getpeername(descriptor, address, &size) : ::getsockname(descriptor, address, &size);
  if (failed) return failure(errno);
  Value parts[] = {make_byte_array(bytes_of(storage)), make_long(port_of(storage))};
  return make_vector(parts, 2);
}

CLJ_FN(socket_option) {
  struct Option {
    int level, name;
  };
  constexpr Option kOptions[] = {{IPPROTO_TCP, TCP_NODELAY}, {SOL_SOCKET, SO_KEEPALIVE}, {SOL_SOCKET, SO_REUSEADDR},
                                 {SOL_SOCKET, SO_SNDBUF}, {SOL_SOCKET, SO_RCVBUF}};
  const Option& option = kOptions[to_long(args[1]) % 5];
  int descriptor = descriptor_arg(args[0]), value = 0;
  socklen_t size = sizeof value;
  if (count > 2) {
    value = static_cast<int>(to_long(args[2]));
    ::setsockopt(descriptor, option.level, option.name, &value, size);
  }
  ::getsockopt(descriptor, option.level, option.name, &value, &size);
  return make_long(value);
}

CLJ_FN(datagram_open) {
  bool any = args[0].is_nil();
  Address address = make_address(any ? std::string_view() : bytes_arg(args[0]), to_long(args[1]));
  int descriptor = ::socket(address.family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return failure(errno);
  int yes = 1;
  ::setsockopt(descriptor, SOL_SOCKET, SO_BROADCAST, &yes, sizeof yes);
  if (::bind(descriptor, reinterpret_cast<sockaddr*>(&address.storage), address.size) < 0) {
    int error = errno;
    ::close(descriptor);
    return failure(error);
  }
  return make_long(descriptor);
}

CLJ_FN(datagram_send) {
  Address address = make_address(bytes_arg(args[1]), to_long(args[2]));
  Piece piece = piece_arg(args[3], args[4], args[5]);
  std::string bytes(reinterpret_cast<const char*>(piece.array->items()) + piece.offset, static_cast<size_t>(piece.length));
  int descriptor = descriptor_arg(args[0]), error = 0;
  {
    gc::BlockingRegion region;
    ssize_t sent;
    do sent = ::sendto(descriptor, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&address.storage), address.size);
    while (sent < 0 && errno == EINTR);
    if (sent < 0) error = errno;
  }
  return error ? failure(error) : Value::nil();
}

CLJ_FN(datagram_receive) {
  int descriptor = descriptor_arg(args[0]), error = 0;
  Piece piece = piece_arg(args[1], args[2], args[3]);
  int64_t timeout_ms = to_long(args[4]);
  std::string bytes(static_cast<size_t>(piece.length), '\0');
  sockaddr_storage from{};
  socklen_t size = sizeof from;
  ssize_t got;
  {
    gc::BlockingRegion region;
    do {
      int ready = await(descriptor, POLLIN, timeout_ms);
      if (ready == 0) return Value::boolean(false);
      got = ready < 0 ? -1 : ::recvfrom(descriptor, bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
    } while (got < 0 && errno == EINTR);
    error = errno;
  }
  if (got < 0) return failure(error);
  std::memcpy(piece.array->items() + piece.offset, bytes.data(), static_cast<size_t>(got));
  Value sender = make_byte_array(bytes_of(from));
  Value parts[] = {make_long(got), sender, make_long(port_of(from))};
  return make_vector(parts, 3);
}

CLJ_FN(host_name) {
  char name[256] = "localhost";
  ::gethostname(name, sizeof name - 1);
  return make_string(name);
}

}  // namespace clj::builtins
