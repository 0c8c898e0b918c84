// SPDX-License-Identifier: Apache-2.0
'use strict'

// The way these scripts talk with the tests that start them: one JSON object a line, commands in and events out.
// They live as long as their standard input, so none outlives the tests.

const crypto = require('crypto')
const readline = require('readline')

// Bytes are told by their number and hash: the tests know what they should be.
const digest = bytes => `${bytes.length} bytes ${crypto.createHash('sha1').update(bytes).digest('hex')}`

// JSON has asked a Buffer for its own form before it asks here.
function plain (key, value) {
  if (typeof value === 'bigint') return value.toString()
  return Buffer.isBuffer(this[key]) ? digest(this[key]) : value
}

const describe = packet => JSON.stringify(packet, plain)

function tell (event, details) {
  process.stdout.write(JSON.stringify({ event, ...details }, plain) + '\n')
}

function listen (commands) {
  const lines = readline.createInterface({ input: process.stdin })
  lines.on('line', line => {
    const command = JSON.parse(line)
    commands[command.do](command)
  })
  lines.on('close', () => process.exit(0))
}

// The library has no 26.2 yet. Its packets are those of 26.1, but for the number, a UUID behind Login Success, and a field of Join
// Game that these clients do not read.
const LIKE = { '26.2': { version: '26.1', protocol: 776 } }
const like = version => LIKE[version] ?? { version }

module.exports = { tell, listen, describe, like }
