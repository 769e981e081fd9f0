"""Exports of ERP, shop and bookkeeping programs: their headers, with made-up firms in them."""

from __future__ import annotations

from tests.transfer.known_exports import Export

ODOO = Export(
    "Complete Name,Name,Is a Company,Related Company,Job Position,Phone,Mobile,Email,Website,Street,Street2,City,State,Zip,Country,"
    "Tax ID,Tags,Salesperson,Language,Title,Reference,Company Type,Created on,External ID,Active,Activities,Image",
    (
        {
            "Complete Name": "Deco Addict", "Name": "Deco Addict", "Is a Company": "True", "Phone": "(603) 555-0180",
            "Email": "info@deco.example", "Website": "http://www.deco.example", "Street": "77 Santa Rd", "Street2": "Building B",
            "City": "Pleasant Hill", "State": "California (US)", "Zip": "94523", "Country": "United States", "Tax ID": "US12345677",
            "Tags": "Desk Manufacturers,Gold", "Salesperson": "Mitchell Admin", "Language": "English (US)", "Reference": "C-001",
            "Company Type": "Company", "Created on": "2023-10-02 08:00:00", "External ID": "base.res_partner_2", "Active": "True",
        },
        {
            "Complete Name": "Deco Addict, Addison Olson", "Name": "Addison Olson", "Is a Company": "False",
            "Related Company": "Deco Addict", "Job Position": "Sales Representative", "Phone": "(603) 555-0181",
            "Email": "addison@deco.example", "Title": "Miss", "Company Type": "Individual", "Created on": "2023-10-02 08:00:00",
            "External ID": "base.res_partner_address_2", "Active": "True",
        },
        {
            "Complete Name": "Karen Little", "Name": "Karen Little", "Is a Company": "False", "Phone": "(603) 555-0182",
            "Company Type": "Individual", "Created on": "2023-10-02 08:00:00", "Active": "True",
        },
    ),
)  # fmt: skip

ODOO_TECHNICAL = Export(
    "id,name,is_company,company_type,parent_id/id,parent_id/name,function,phone,mobile,email,website,street,street2,city,"
    "state_id/name,zip,"
    "country_id/name,vat,category_id/name,user_id/name,comment,ref,lang,create_date,customer_rank,supplier_rank",
    (
        {
            "id": "__export__.res_partner_7", "name": "Gemini Furniture", "is_company": "True", "company_type": "company",
            "phone": "(941) 555-0190", "email": "gemini@gemini.example", "street": "317 Fairchild Dr", "city": "Fairfield",
            "state_id/name": "California", "zip": "94535", "country_id/name": "United States", "vat": "US12345678",
            "category_id/name": "Desk,Consulting", "user_id/name": "Marc Demo", "create_date": "2023-10-02 08:00:00",
            "customer_rank": "3",
        },
        {
            "id": "__export__.res_partner_8", "name": "Edwin Hansen", "is_company": "False", "company_type": "person",
            "parent_id/id": "__export__.res_partner_7", "parent_id/name": "Gemini Furniture", "function": "Marketing Manager",
            "phone": "(941) 555-0191", "create_date": "2023-10-02 08:00:00", "customer_rank": "0",
        },
    ),
)  # fmt: skip

DOLIBARR = Export(
    "Ref.,Third-party name,Alias name,Parent company,Customer,Vendor,Status,Customer Code,Vendor Code,Customer accounting code,Address,"
    "Zip Code,City,State/Province,Country,Country Code,Phone,Fax,Url,Email,Workforce,Type of third-party,Professional ID 1,VAT ID,"
    "Payment Terms,Payment Method,Note (public),Note (private),Creation date,Sales representatives",
    (
        {
            "Ref.": "12", "Third-party name": "Maison Verte SARL", "Customer": "1", "Vendor": "0", "Status": "1",
            "Customer Code": "CU2301-0001",
            "Address": "4 rue des Lilas", "Zip Code": "31000", "City": "Toulouse", "Country": "France", "Country Code": "FR",
            "Phone": "05 55 01 00 01", "Url": "https://verte.example", "Email": "contact@verte.example",
            "Professional ID 1": "123456789", "VAT ID": "FR12123456789", "Payment Terms": "30 days", "Note (public)": "Fermé lundi",
            "Creation date": "2023-01-05 10:10:00", "Sales representatives": "Luc Morel",
        },
        {
            "Ref.": "13", "Third-party name": "Atelier Noir", "Customer": "1", "Vendor": "0", "Status": "1",
            "Customer Code": "CU2301-0002", "City": "Albi", "Creation date": "2023-01-06 10:10:00",
        },
    ),
)  # fmt: skip

DOLIBARR_TECHNICAL = Export(
    "s.nom,s.name_alias,s.status,s.client,s.fournisseur,s.code_client,s.address,s.zip,s.town,d.nom,c.code,s.phone,s.fax,s.url,s.email,"
    "s.siren,s.tva_intra,s.note_public,s.datec,s.tms",
    (
        {
            "s.nom": "Boulangerie Soleil", "s.status": "1", "s.client": "1", "s.fournisseur": "0", "s.code_client": "CU2301-0003",
            "s.address": "1 place du Marché", "s.zip": "33000", "s.town": "Bordeaux", "d.nom": "Gironde", "c.code": "FR",
            "s.phone": "05 55 01 00 02", "s.email": "bonjour@soleil.example", "s.tva_intra": "FR44123456780", "s.note_public": "Le matin",
            "s.datec": "2023-02-01 09:00:00", "s.tms": "2023-02-02 09:00:00",
        },
        {
            "s.nom": "Garage Duval", "s.status": "1", "s.client": "2", "s.fournisseur": "0", "s.code_client": "CU2301-0004",
            "s.town": "Pau", "s.datec": "2023-02-03 09:00:00",
        },
    ),
)  # fmt: skip

DOLIBARR_CONTACTS = Export(
    "Third-party,Civility,Last name,First name,Job position,Date of birth,Address,Zip Code,City,Country,Phone,Phone (personal),Mobile,"
    "Fax,Email,Visibility,Note (public),Status",
    (
        {
            "Third-party": "Maison Verte SARL", "Civility": "MME", "Last name": "Blanc", "First name": "Claire",
            "Job position": "Gérante",
            "Phone": "05 55 01 00 03", "Phone (personal)": "05 55 01 00 13", "Mobile": "06 39 98 00 03", "Email": "claire@verte.example",
            "Visibility": "0", "Status": "1",
        },
        {
            "Third-party": "Atelier Noir", "Civility": "MR", "Last name": "Petit", "First name": "Hugo",
            "Mobile": "06 39 98 00 04", "Visibility": "0", "Status": "1",
        },
    ),
)  # fmt: skip

ERPNEXT_CUSTOMERS = Export(
    "ID,Customer Name,Customer Type,Customer Group,Territory,Tax ID,Account Manager,From Lead,Default Price List,"
    "Default Currency,Website,"
    "Market Segment,Industry,Customer Primary Contact,Mobile No,Email Id,Customer Primary Address,Primary Address,Payment Terms Template,"
    "Customer Details,Disabled,Is Internal Customer,Language,Customer POS Id,Series",
    (
        {
            "ID": "CUST-00001", "Customer Name": "Sahara Solar LLC", "Customer Type": "Company", "Customer Group": "Commercial",
            "Territory": "United Arab Emirates", "Tax ID": "100000000000003", "Default Currency": "AED", "Industry": "Energy",
            "Mobile No": "+971 50 555 0100", "Email Id": "info@sahara.example", "Payment Terms Template": "Net 30", "Disabled": "0",
            "Customer Details": "Big roof projects", "Is Internal Customer": "0", "Language": "en", "Series": "CUST-.YYYY.-",
        },
        {
            "ID": "CUST-00002", "Customer Name": "Omar Haddad", "Customer Type": "Individual", "Customer Group": "Individual",
            "Territory": "Rest Of The World", "Disabled": "0", "Is Internal Customer": "0", "Language": "en",
        },
    ),
)  # fmt: skip

ERPNEXT_CODED = Export(
    "ID (name),Customer Name (customer_name),Customer Type (customer_type),Customer Group (customer_group),Territory (territory),"
    "Tax ID (tax_id),Mobile No (mobile_no),Email Id (email_id),Website (website),Customer Details (customer_details)",
    (
        {
            "ID (name)": "CUST-00003", "Customer Name (customer_name)": "Delta Marine", "Customer Type (customer_type)": "Company",
            "Customer Group (customer_group)": "Commercial", "Territory (territory)": "India", "Tax ID (tax_id)": "27AAAAA0000A1Z5",
            "Mobile No (mobile_no)": "+91 98200 00180", "Email Id (email_id)": "office@delta.example",
        },
        {
            "ID (name)": "CUST-00004", "Customer Name (customer_name)": "Port Supplies",
            "Customer Type (customer_type)": "Company", "Mobile No (mobile_no)": "+91 98200 00181",
        },
    ),
)  # fmt: skip

ERPNEXT_ADDRESSES = Export(
    "ID,Address Title,Address Type,Address Line 1,Address Line 2,City/Town,County,State/Province,Country,Postal Code,Email Address,Phone,"
    "Fax,Tax Category,Preferred Billing Address,Preferred Shipping Address,Disabled",
    (
        {
            "ID": "Sahara Solar LLC-Billing", "Address Title": "Sahara Solar LLC", "Address Type": "Billing",
            "Address Line 1": "12 Palm Road",
            "City/Town": "Dubai", "Country": "United Arab Emirates", "Phone": "+971 4 555 0101", "Preferred Billing Address": "1",
            "Preferred Shipping Address": "0", "Disabled": "0",
        },
        {
            "ID": "Delta Marine-Billing", "Address Title": "Delta Marine", "Address Type": "Billing", "Address Line 1": "3 Dock",
            "City/Town": "Mumbai", "Country": "India", "Postal Code": "400001", "Disabled": "0",
        },
    ),
)  # fmt: skip

SHOPIFY = Export(
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,"
    "Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,"
    "Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags",
    (
        {
            "Customer ID": "'6541234567890", "First Name": "Emma", "Last Name": "Fields", "Email": "emma@fields.example",
            "Accepts Email Marketing": "yes", "Default Address Address1": "8 Oak Street", "Default Address Address2": "Apt 3",
            "Default Address City": "Portland", "Default Address Province Code": "OR", "Default Address Country Code": "US",
            "Default Address Zip": "'97201", "Default Address Phone": "'+15035550103", "Phone": "'+15035550103",
            "Accepts SMS Marketing": "no", "Total Spent": "120.50", "Total Orders": "3", "Note": "Leave at the door",
            "Tax Exempt": "no", "Tags": "VIP, newsletter",
        },
        {
            "Customer ID": "'6541234567891", "First Name": "Noah", "Last Name": "Gray", "Email": "noah@gray.example",
            "Accepts Email Marketing": "no", "Default Address Company": "Gray Interiors", "Default Address City": "Salem",
            "Default Address Phone": "'+15035550104", "Accepts SMS Marketing": "no", "Total Spent": "0.00", "Total Orders": "0",
            "Tax Exempt": "no",
        },
    ),
)  # fmt: skip

WOOCOMMERCE = Export(
    "ID,customer_id,user_login,user_pass,user_email,user_registered,display_name,first_name,last_name,role,nickname,user_url,"
    "billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,"
    "billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_company,"
    "shipping_address_1,shipping_postcode,shipping_city,shipping_country,orders,total_spent,aov",
    (
        {
            "ID": "7", "customer_id": "7", "user_login": "zoe", "user_pass": "$P$Bsecret", "user_email": "zoe@zoe.example",
            "user_registered": "2023-08-01 12:00:00", "display_name": "Zoe West", "first_name": "Zoe", "last_name": "West",
            "role": "customer",
            "nickname": "zoe", "billing_first_name": "Zoe", "billing_last_name": "West", "billing_company": "West Crafts",
            "billing_email": "zoe@zoe.example", "billing_phone": "+44 20 7946 0105", "billing_address_1": "6 High Street",
            "billing_postcode": "SW1A 1AA", "billing_city": "London", "billing_country": "GB", "orders": "2", "total_spent": "88.00",
        },
        {
            "ID": "8", "customer_id": "8", "user_login": "ian", "user_pass": "$P$Bsecret", "user_email": "ian@ian.example",
            "user_registered": "2023-08-02 12:00:00", "display_name": "Ian Hart", "first_name": "Ian", "last_name": "Hart",
            "role": "customer",
            "billing_first_name": "Ian", "billing_last_name": "Hart", "billing_email": "ian@ian.example",
            "billing_phone": "+44 20 7946 0106",
            "billing_city": "Bath", "billing_country": "GB", "orders": "0", "total_spent": "0",
        },
    ),
)  # fmt: skip

WOOCOMMERCE_ANALYTICS = Export(
    "Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code",
    (
        {
            "Name": "Zoe West", "Username": "zoe", "Last Active": "2024-02-01 10:00:00", "Sign Up": "2023-08-01 12:00:00",
            "Email": "zoe@zoe.example", "Orders": "2", "Total Spend": "88", "AOV": "44", "Country / Region": "GB",
            "City": "London", "Postal Code": "SW1A 1AA",
        },
        {
            "Name": "Ian Hart", "Username": "ian", "Email": "ian@ian.example", "Sign Up": "2023-08-02 12:00:00", "Orders": "0",
            "Total Spend": "0", "AOV": "0",
        },
    ),
)  # fmt: skip

QUICKBOOKS_DESKTOP = Export(
    ",Active Status,Customer,Balance,Balance Total,Company,Mr./Ms./...,First Name,M.I.,Last Name,Primary Contact,Main Phone,Fax,"
    "Alt. Phone,Secondary Contact,Job Title,Main Email,Bill to 1,Bill to 2,Bill to 3,Bill to 4,Bill to 5,Ship to 1,Ship to 2,"
    "Ship to 3,Ship to 4,Ship to 5,Customer Type,Terms,Rep,Sales Tax Code,Tax item,Resale Num,Account No.,Credit Limit,Job Status,Note",
    (
        {
            "Active Status": "Active", "Customer": "Abercrombie, Kristy", "Balance": "0.00", "Balance Total": "0.00",
            "Mr./Ms./...": "Mrs.",
            "First Name": "Kristy", "Last Name": "Abercrombie", "Primary Contact": "Kristy Abercrombie", "Main Phone": "415-555-6579",
            "Main Email": "kristy@aber.example", "Bill to 1": "Kristy Abercrombie", "Bill to 2": "5647 Cypress Hill Rd",
            "Bill to 3": "Bayshore, CA 94326", "Customer Type": "Residential", "Terms": "Net 30", "Rep": "DPH", "Sales Tax Code": "Tax",
            "Credit Limit": "1,000.00",
        },
        {
            "Active Status": "Active", "Customer": "Ecker Designs", "Balance": "1,468.30", "Balance Total": "1,468.30",
            "Company": "Ecker Designs",
            "First Name": "Kimberly", "Last Name": "Ecker", "Primary Contact": "Kimberly Ecker", "Main Phone": "415-555-2200",
            "Bill to 1": "Ecker Designs", "Bill to 2": "Kimberly Ecker", "Bill to 3": "123 Hickory Street",
            "Bill to 4": "Bayshore, CA 94326",
            "Terms": "Due on receipt",
        },
    ),
)  # fmt: skip

QUICKBOOKS_ONLINE = Export(
    "Customer full name,Phone numbers,Email,Full name,Billing address,Shipping address,Company name,Customer type,Open balance,Note,"
    "Attachments,Created date,Tax resale no.",
    (
        {
            "Customer full name": "Amy's Bird Sanctuary", "Phone numbers": "Phone:(650) 555-3311", "Email": "birds@intuit.example",
            "Full name": "Amy Lauterbach", "Billing address": "4581 Finch St., Bayshore, CA 94326",
            "Company name": "Amy's Bird Sanctuary",
            "Open balance": "239.00", "Created date": "02/14/2024",
        },
        {
            "Customer full name": "Bill's Windsurf Shop", "Phone numbers": "Phone:(415) 444-6538 Mobile:(415) 444-6539",
            "Email": "surf@intuit.example",
            "Full name": "Bill Lucchini", "Billing address": "12 Ocean Dr., Half Moon Bay, CA 94213",
            "Company name": "Bill's Windsurf Shop", "Open balance": "85.00",
        },
    ),
    above=("Customer Contact List,,,,,,,,,,,,", "Craig's Design and Landscaping Services,,,,,,,,,,,,", ",,,,,,,,,,,,"),
)  # fmt: skip

FRAPPE_TEMPLATE = Export(
    "Column Labels:,ID,Full Name,Type,Customer Group,Territory,Tax ID,Mobile No,Email Id,~,Credit Limit,Company",
    (
        {
            "Column Labels:": "Column Name:", "ID": "name", "Full Name": "customer_name", "Type": "customer_type",
            "Customer Group": "customer_group",
        },
        {"Column Labels:": "Mandatory:", "ID": "Yes", "Full Name": "Yes", "Type": "Yes", "Customer Group": "Yes", "Tax ID": "No"},
        {"Column Labels:": "Type:", "ID": "Data", "Full Name": "Data", "Type": "Select", "Customer Group": "Link", "Tax ID": "Data"},
        {"Column Labels:": "Info:", "Type": "One of: Company, Individual", "Customer Group": "Valid Customer Group"},
        {"Column Labels:": "Start entering data below this line"},
        {
            "ID": '"CUST-9"', "Full Name": "Lagoon Boats Ltd", "Type": "Company", "Customer Group": "Commercial", "Territory": "India",
            "Mobile No": "+91 98200 00190", "Email Id": "boats@lagoon.example",
        },
        {
            "ID": '"CUST-10"', "Full Name": "Asha Menon", "Type": "Individual", "Customer Group": "Individual",
            "Mobile No": "+91 98200 00191",
        },
    ),
    above=(
        '"Data Import Template"', '"Table:","Customer"', '""', '""', '"Notes:"', '"Please do not change the template headings."',
        '"First data column must be blank."', '""', '"","DocType:","Customer","","","","","","~","Customer Credit Limit","credit_limits"',
    ),
)  # fmt: skip

ODOO_TEMPLATE = Export(
    "ID,Name,Company Type,Related Company,Customer,Supplier,Address Type,Street,Street2,City,State,ZIP,Country,Website,Phone,Mobile,Email",
    (
        {
            "ID": "res_partner_1", "Name": "Harbor Grocers", "Company Type": "Company", "Customer": "TRUE", "Supplier": "FALSE",
            "Street": "51 Pier Street", "Street2": "#401", "City": "San Francisco", "State": "California", "ZIP": "94107",
            "Country": "United States", "Website": "harbor.example", "Phone": "4155550170",
        },
        {
            "ID": "res_partner_2", "Name": "Bob", "Company Type": "Individual", "Related Company": "Harbor Grocers",
            "Address Type": "Contact", "Mobile": "4155550171",
        },
        {
            "ID": "res_partner_3", "Name": "Tide Foods", "Company Type": "Company", "Customer": "TRUE", "Supplier": "FALSE",
            "City": "New York",
        },
    ),
)  # fmt: skip

ODOO_FLAGS = Export(
    "Name,Is a company,Related company,Address type,Street,ZIP,City,State,Country",
    (
        {
            "Name": "Sunrise Shelves", "Is a company": "1", "Street": "25 Pacific Road", "ZIP": "95101", "City": "San José",
            "Country": "United States",
        },
        {
            "Name": "Roger Hill", "Is a company": "0", "Related company": "Sunrise Shelves", "Address type": "Invoice address",
            "Street": "27 Pacific Road",
        },
        {"Name": "Michael Vale", "Is a company": "0", "Street": "16 5th Avenue", "City": "San Francisco", "Country": "United States"},
    ),
)  # fmt: skip

ZOHO_BOOKS = Export(
    "Created Time,Display Name,Company Name,Salutation,First Name,Last Name,Phone,Currency Code,Notes,Website,Status,Credit Limit,"
    "Customer Sub Type,Billing Address,Billing Street2,Billing City,Billing State,Billing Country,Billing Code,Department,Designation,"
    "Payment Terms,Payment Terms Label,EmailID,MobilePhone,Customer ID,Customer Name,Contact Type,Customer Address ID,Payment Reminder",
    (
        {
            "Created Time": "2021-01-28 05:14:15", "Display Name": "Lantern Works", "Company Name": "Lantern Works", "Salutation": "Mr.",
            "First Name": "Theo", "Last Name": "Oden", "Currency Code": "USD", "Status": "Active", "Credit Limit": "0.000",
            "Customer Sub Type": "business", "Billing Address": "9 Hill", "Billing City": "Bergen", "Payment Terms": "30",
            "Payment Terms Label": "Net 30", "EmailID": "theo@lantern.example", "Customer ID": "2520018000000073005",
            "Customer Name": "Lantern Works", "Contact Type": "customer", "Customer Address ID": "2520018000000073006",
            "Payment Reminder": "true",
        },
    ),
)  # fmt: skip

XERO = Export(
    "*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POAddressLine2,POCity,PORegion,POPostalCode,"
    "POCountry,SAAttentionTo,SAAddressLine1,SACity,PhoneNumber,FaxNumber,MobileNumber,DDINumber,BankAccountName,BankAccountNumber,TaxNumber",
    (
        {
            "*ContactName": "Bayside Rowing", "EmailAddress": "bob@bayside.example", "FirstName": "Bob", "LastName": "Part",
            "POAttentionTo": "Club Secretary", "POAddressLine1": "148 Harbour Road", "POCity": "Ridge Heights", "POPostalCode": "6001",
            "POCountry": "New Zealand", "PhoneNumber": "04 555 0145", "MobileNumber": "021 555 0146",
            "BankAccountNumber": "01-0123-0123456-00",
        },
    ),
)  # fmt: skip
