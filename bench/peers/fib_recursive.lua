local folder = arg[0]:match("^(.*)/") or "."
local measure = dofile(folder .. "/harness.lua")

local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end
measure(function() return fib(32) end)
