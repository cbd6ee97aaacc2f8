-- Each thread asks for one address in one encoding, again and again, and holds every answer to the bytes of the two
-- versions. What it asks for, and the bytes, lie in the folder LOAD: <thread>.request (path, then encoding), <thread>.a
-- and <thread>.b; an address that is to be the same in both versions has no .b.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

local function read(name)
  local file = io.open(os.getenv("LOAD") .. "/" .. name, "rb")
  local text = file and file:read("*a")
  if file then file:close() end
  return text
end

function init()
  local path, encoding = read(number .. ".request"):match("(%S+)\n(%S+)")
  a, b = read(number .. ".a"), read(number .. ".b")
  asked = wrk.format("GET", path, { ["Host"] = "ban-tin-nghe-an.example", ["Accept-Encoding"] = encoding })
  seen_a, seen_b, failed, mixed = 0, 0, 0, 0
end

function request()
  return asked
end

function response(status, headers, body)
  if status ~= 200 then
    failed = failed + 1
  elseif body == a then
    seen_a = seen_a + 1
  elseif body == b then
    seen_b = seen_b + 1
  else
    mixed = mixed + 1
  end
end

function done(summary)
  local total = { seen_a = 0, seen_b = 0, failed = 0, mixed = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(total) do
      total[name] = total[name] + thread:get(name)
    end
  end
  local e = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "a": %d, "b": %d, "failed": %d, "mixed": %d, "errors": %d}\n',
    summary.requests, total.seen_a, total.seen_b, total.failed, total.mixed, e.connect + e.read + e.write + e.timeout))
end
